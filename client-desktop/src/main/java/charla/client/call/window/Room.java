package charla.client.call.window;

import java.util.stream.Stream;

/** How much the height of a call's window has room for, the most first; each has what follows. */
enum Room {
  LARGE_FACE(640),
  FACE(460),
  /** Below the buttons. */
  WORDS(400),
  /** Without it one thing at a time. */
  NEWS(340),
  LITTLE(0);

  private final double from;

  /**
   * @param from which height on, px
   */
  Room(double from) {
    this.from = from;
  }

  static Room in(double height) {
    return Stream.of(values()).filter(room -> height >= room.from).findFirst().orElse(LITTLE);
  }

  boolean has(Room wanted) {
    return compareTo(wanted) <= 0;
  }
}
