package charla.client;

import charla.client.cache.CacheException;
import charla.client.session.MadeUpSession;
import charla.client.session.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/**
 * A start that shows its window to nobody and ends: an installation runs it for Java to learn which
 * classes a start needs (an AOT cache). First the form to sign in, then the chats of somebody who
 * was signed in.
 */
final class Rehearsal extends AnimationTimer {
  private static final int FRAMES = 20;

  /** For what comes after the first frames, as the library for calls: about three seconds. */
  private static final int LAST_FRAMES = 200;

  private final Stage stage;
  private final DesktopClient client;
  private final Profile profile;
  private int shown;

  Rehearsal(Stage stage, DesktopClient client, Profile profile) {
    this.stage = stage;
    this.client = client;
    this.profile = profile;
  }

  /** Before JavaFX starts: with its own platform that needs no screen. */
  static void withoutScreen() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
  }

  @Override
  public void handle(long now) {
    if (!stage.isShowing()) {
      return;
    }
    shown++;
    if (shown == FRAMES) {
      signIn();
    } else if (shown == FRAMES + LAST_FRAMES) {
      stop();
      stage.close();
    }
  }

  private void signIn() {
    try {
      new MadeUpSession().keepIn(profile);
      client.start(Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CacheException e) {
      throw new IllegalStateException(e);
    }
  }
}
