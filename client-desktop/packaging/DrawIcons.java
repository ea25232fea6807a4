import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws the icon in every size a system asks for, with nothing but the JDK: {@code DrawIcons
 * icon.svg FOLDER} writes charla-16.png … charla-1024.png, charla.ico and charla.icns. Runs on Java
 * 17 too, because Maven may.
 */
public final class DrawIcons {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256, 512, 1024};
  private static final int[] WINDOWS = {16, 24, 32, 48, 64, 128, 256};
  private static final Map<String, Integer> MAC =
      new TreeMap<>(Map.of("ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024));

  private record Part(Shape shape, Color fill) {}

  private DrawIcons() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.awt.headless", "true");
    Path svg = Path.of(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    if (isFresh(folder.resolve("charla.icns"), svg)) {
      return;
    }
    List<Part> parts = read(svg);
    Map<Integer, byte[]> pictures = new LinkedHashMap<>();
    for (int size : SIZES) {
      pictures.put(size, png(parts, size));
      Files.write(folder.resolve("charla-" + size + ".png"), pictures.get(size));
    }
    Files.write(folder.resolve("charla.ico"), ico(pictures));
    Files.write(folder.resolve("charla.icns"), icns(pictures));
  }

  private static boolean isFresh(Path made, Path source) throws IOException {
    return Files.exists(made)
        && Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(source)) > 0;
  }

  private static List<Part> read(Path svg) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    NodeList nodes = document.getDocumentElement().getElementsByTagName("*");
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      parts.add(new Part(shape(element), Color.decode(element.getAttribute("fill"))));
    }
    return parts;
  }

  private static Shape shape(Element element) {
    return switch (element.getTagName()) {
      case "rect" ->
          new RoundRectangle2D.Double(
              number(element, "x"),
              number(element, "y"),
              number(element, "width"),
              number(element, "height"),
              2 * number(element, "rx"),
              2 * number(element, "rx"));
      case "path" -> path(element.getAttribute("d"));
      default -> throw new IllegalArgumentException("cannot draw <" + element.getTagName() + ">");
    };
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  private static Shape path(String commands) {
    Path2D path = new Path2D.Double();
    Scanner words = new Scanner(commands);
    while (words.hasNext()) {
      String command = words.next();
      switch (command) {
        case "M" -> path.moveTo(next(words), next(words));
        case "L" -> path.lineTo(next(words), next(words));
        case "C" ->
            path.curveTo(
                next(words), next(words), next(words), next(words), next(words), next(words));
        case "Z" -> path.closePath();
        default -> throw new IllegalArgumentException("cannot draw '" + command + "' in a path");
      }
    }
    return path;
  }

  private static double next(Scanner words) {
    return Double.parseDouble(words.next());
  }

  private static byte[] png(List<Part> parts, int size) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale(size / 256.0, size / 256.0);
    for (Part part : parts) {
      pen.setColor(part.fill());
      pen.fill(part.shape());
    }
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  /** ICONDIR, then an entry of 16 bytes for each picture, then the pictures as PNG. */
  private static byte[] ico(Map<Integer, byte[]> pictures) {
    int offset = 6 + 16 * WINDOWS.length;
    ByteBuffer out = little(offset).putShort((short) 0).putShort((short) 1);
    out.putShort((short) WINDOWS.length);
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    for (int size : WINDOWS) {
      byte[] picture = pictures.get(size);
      // A byte holds 255 at most; 0 stands for 256.
      out.put((byte) size).put((byte) size).putShort((short) 0);
      out.putShort((short) 1).putShort((short) 32);
      out.putInt(picture.length).putInt(offset + bodies.size());
      bodies.writeBytes(picture);
    }
    return joined(out.array(), bodies.toByteArray());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** "icns" and the length of all, then type, length and PNG of each picture. */
  private static byte[] icns(Map<Integer, byte[]> pictures) {
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    MAC.forEach((type, size) -> bodies.writeBytes(chunk(type, pictures.get(size))));
    return chunk("icns", bodies.toByteArray());
  }

  private static byte[] chunk(String type, byte[] body) {
    ByteBuffer head = ByteBuffer.allocate(8).put(type.getBytes(StandardCharsets.US_ASCII));
    return joined(head.putInt(8 + body.length).array(), body);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
