package charla.client.settings;

/** A window's place on the screen, px. */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
  String format() {
    return "%s %s %s %s %s".formatted(x, y, width, height, maximized);
  }

  static WindowPlace parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException("not a window's place");
    }
    return new WindowPlace(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Boolean.parseBoolean(parts[4]));
  }
}
