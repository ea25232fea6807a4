package charla.client.demo;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/**
 * What a scene shows, to be kept as PNG with 256 colours at most, which halves it at least.
 *
 * @param pixels each an opaque colour
 */
record Picture(BufferedImage pixels) {
  private static final int GAP = 16;

  /** Called on the FX thread, after the scene has settled. */
  static Picture of(Scene scene, double scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setFill(Optional.ofNullable(scene.getFill()).orElse(Color.TRANSPARENT));
    WritableImage image =
        new WritableImage((int) (scene.getWidth() * scale), (int) (scene.getHeight() * scale));
    scene.getRoot().snapshot(parameters, image);
    return new Picture(SwingFXUtils.fromFXImage(image, null));
  }

  /** All of them beside each other. */
  static Picture sideBySide(List<Picture> pictures) {
    int width = pictures.stream().mapToInt(picture -> picture.pixels.getWidth() + GAP).sum() - GAP;
    int height =
        pictures.stream().mapToInt(picture -> picture.pixels.getHeight()).max().orElseThrow();
    BufferedImage all = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = all.createGraphics();
    int x = 0;
    for (Picture picture : pictures) {
      canvas.drawImage(picture.pixels, x, 0, null);
      x += picture.pixels.getWidth() + GAP;
    }
    canvas.dispose();
    return new Picture(all);
  }

  /** A window with others over it, as they stand on the screen. Called on the FX thread. */
  static Picture of(Window window, List<Window> over, double scale) {
    Picture picture = of(window.getScene(), scale);
    for (Window other : over) {
      Picture shown = of(other.getScene(), scale);
      double x = left(other) - left(window);
      double y = top(other) - top(window);
      picture.lay(other instanceof Stage ? shown.framed() : shown, x * scale, y * scale);
    }
    return picture;
  }

  private static double left(Window window) {
    return window.getX() + window.getScene().getX();
  }

  private static double top(Window window) {
    return window.getY() + window.getScene().getY();
  }

  /** The same with an edge, as windows have one. */
  private Picture framed() {
    Graphics2D canvas = pixels.createGraphics();
    canvas.setColor(java.awt.Color.GRAY);
    canvas.drawRect(0, 0, pixels.getWidth() - 1, pixels.getHeight() - 1);
    canvas.dispose();
    return this;
  }

  /** Lays another one on this, as near to this place as it is wholly seen. */
  private void lay(Picture other, double x, double y) {
    int left = (int) Math.clamp(x, 0, Math.max(0, pixels.getWidth() - other.pixels.getWidth()));
    int top = (int) Math.clamp(y, 0, Math.max(0, pixels.getHeight() - other.pixels.getHeight()));
    Graphics2D canvas = pixels.createGraphics();
    canvas.drawImage(other.pixels, left, top, null);
    canvas.dispose();
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(Palette.of(pixels).apply(pixels), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
