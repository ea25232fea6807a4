package charla.client.desktop;

import charla.client.call.CallViewModel;
import charla.client.call.Talking;
import charla.client.ui.CallKeys;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/** The keys of calls, which act in every window of the app. FX thread only. */
final class CallKeyboard implements AutoCloseable {
  private final CallViewModel model;
  private final EventHandler<KeyEvent> keys = this::on;
  private final List<Scene> scenes = new ArrayList<>();
  private Subscription focus = Subscription.EMPTY;
  private boolean talks;

  CallKeyboard(CallViewModel model) {
    this.model = model;
  }

  void listenTo(Scene scene) {
    scenes.add(scene);
    scene.addEventFilter(KeyEvent.ANY, keys);
    // A key that comes up over another window is not heard of here.
    focus =
        focus.and(
            scene
                .windowProperty()
                .flatMap(window -> window.showingProperty().and(window.focusedProperty()))
                .subscribe(there -> {
                  if (!Boolean.TRUE.equals(there)) {
                    listen();
                  }
                }));
  }

  @Override
  public void close() {
    scenes.forEach(scene -> scene.removeEventFilter(KeyEvent.ANY, keys));
    focus.unsubscribe();
  }

  private void on(KeyEvent key) {
    boolean done =
        key.getCode() == KeyCode.SPACE
            ? space(key)
            : key.getEventType() == KeyEvent.KEY_PRESSED && isOurs(key);
    if (done) {
      key.consume();
    }
  }

  private boolean isOurs(KeyEvent key) {
    if (CallKeys.ACCEPT.match(key)) {
      model.accept();
    } else if (CallKeys.DECLINE.match(key)) {
      model.decline();
    } else if (CallKeys.HANG_UP.match(key)) {
      model.hangUp();
    } else if (CallKeys.MUTE.match(key)) {
      model.toggleMute();
    } else {
      return false;
    }
    return true;
  }

  /** Held to talk where that was chosen; what is written keeps its spaces. */
  private boolean space(KeyEvent key) {
    if (key.getEventType() == KeyEvent.KEY_RELEASED) {
      return listen();
    }
    boolean begins =
        model.isPushToTalk()
            && model.stateProperty().get() instanceof Talking
            && !(key.getTarget() instanceof TextInputControl);
    if (begins) {
      talks = true;
      model.talk();
    }
    return begins;
  }

  private boolean listen() {
    boolean talked = talks;
    if (talked) {
      talks = false;
      model.listen();
    }
    return talked;
  }
}
