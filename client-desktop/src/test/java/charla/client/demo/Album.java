package charla.client.demo;

import charla.client.AtThePhone;
import charla.client.TwoPeople;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;
import javafx.stage.Window;

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

  /** The main window, with those of a call on it as they stand on the screen. */
  private static Picture desk(AtThePhone phone) {
    Stage main = phone.person().<Stage>asks(stage -> stage);
    Picture desk = phone.person().<Picture>asks(stage -> Picture.of(stage.getScene(), SCALE));
    phone
        .<Consumer<Picture>>asksWindows(window -> {
          Picture shown = Picture.of(window.getScene(), SCALE);
          Picture picture = window instanceof Stage ? shown.framed() : shown;
          double x = SCALE * (left(window) - left(main));
          double y = SCALE * (top(window) - top(main));
          return under -> under.lay(picture, x, y);
        })
        .forEach(laid -> laid.accept(desk));
    return desk;
  }

  private static double left(Window window) {
    return window.getX() + window.getScene().getX();
  }

  private static double top(Window window) {
    return window.getY() + window.getScene().getY();
  }
}
