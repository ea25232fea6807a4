package charla.client.demo;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The colours that stand for all of a picture: boxes of alike colours are cut in halves until there
 * are enough of them (Heckbert's median cut), and each box becomes its commonest colour.
 */
final class Palette {
  private static final int SIZE = 256;

  /** So many of the commonest stay what they are: the surfaces, whose colours are close. */
  private static final int EXACT = 48;

  private static final int[] SHIFTS = {16, 8, 0};

  private final int[] colours;
  private final Map<Integer, Byte> places;

  /** A colour and how many pixels have it. */
  private record Share(int rgb, int pixels) {
    int channel(int shift) {
      return rgb >> shift & 0xff;
    }
  }

  private Palette(int[] colours, Map<Integer, Byte> places) {
    this.colours = colours;
    this.places = places;
  }

  static Palette of(BufferedImage image) {
    List<Share> shares = shares(image);
    int exact = Math.min(EXACT, shares.size());
    List<List<Share>> boxes = new ArrayList<>();
    shares.subList(0, exact).forEach(share -> boxes.add(List.of(share)));
    if (exact < shares.size()) {
      boxes.add(shares.subList(exact, shares.size()));
    }
    while (boxes.size() < SIZE) {
      List<Share> widest = boxes.stream().max(Comparator.comparingLong(Palette::weight)).get();
      if (widest.size() < 2) {
        break;
      }
      boxes.remove(widest);
      boxes.addAll(halves(widest));
    }
    Map<Integer, Byte> places = new HashMap<>();
    for (int i = 0; i < boxes.size(); i++) {
      for (Share share : boxes.get(i)) {
        places.put(share.rgb, (byte) i);
      }
    }
    return new Palette(boxes.stream().mapToInt(Palette::commonest).toArray(), places);
  }

  BufferedImage apply(BufferedImage image) {
    IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] row = new byte[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = places.get(image.getRGB(x, y) & 0xffffff);
      }
      drawn.getRaster().setDataElements(0, y, width, 1, row);
    }
    return drawn;
  }

  private static List<Share> shares(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel & 0xffffff, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(entry -> new Share(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Share::pixels).reversed())
        .toList();
  }

  /** Rare but far apart colours, as of an avatar, deserve a place as much as common ones. */
  private static long weight(List<Share> box) {
    int range = IntStream.of(SHIFTS).map(shift -> range(box, shift)).max().orElseThrow();
    return (long) range * range * range * box.size();
  }

  private static int range(List<Share> box, int shift) {
    var channel = box.stream().mapToInt(share -> share.channel(shift)).summaryStatistics();
    return channel.getMax() - channel.getMin();
  }

  private static List<List<Share>> halves(List<Share> box) {
    int widest =
        IntStream.of(SHIFTS)
            .boxed()
            .max(Comparator.comparingInt(shift -> range(box, shift)))
            .orElseThrow();
    List<Share> sorted =
        box.stream().sorted(Comparator.comparingInt(share -> share.channel(widest))).toList();
    int middle = sorted.size() / 2;
    return List.of(sorted.subList(0, middle), sorted.subList(middle, sorted.size()));
  }

  /** Not the mean, which would tint wide surfaces by the letters on them. */
  private static int commonest(List<Share> box) {
    return box.stream().max(Comparator.comparingInt(Share::pixels)).orElseThrow().rgb;
  }
}
