package charla.client.ui;

import javafx.scene.paint.Color;

/** How much two colours differ, as WCAG 2.2 measures it: 1 to 21. */
public final class Contrast {
  private Contrast() {}

  public static double between(Color one, Color other) {
    double brighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (brighter + 0.05) / (darker + 0.05);
  }

  /** 0 for black to 1 for white. */
  public static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
