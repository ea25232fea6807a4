package charla.client.demo;

import charla.client.AtThePhone;
import charla.client.TwoPeople;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps pictures of both windows beside each other.
 *
 * @param folder empty where somebody watches and no pictures are needed
 */
record Album(Optional<Path> folder) {
  private static final double SCALE = 1.5;

  void add(String name, TwoPeople people) {
    folder.ifPresent(place -> picture(people).write(place.resolve(name + ".png")));
  }

  private static Picture picture(TwoPeople people) {
    return Picture.sideBySide(List.of(desk(people.anaAtThePhone()), desk(people.benAtThePhone())));
  }

  /** The main window, with those of a call over it. */
  private static Picture desk(AtThePhone phone) {
    return phone.person().asks(main -> Picture.of(main, phone.windows(main), SCALE));
  }
}
