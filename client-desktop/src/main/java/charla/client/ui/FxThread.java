package charla.client.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * The one door to the FX thread, which owns all state of the app: whatever comes from outside
 * enters through here, in order. Logic takes an {@link Executor}, so that tests can run it at once.
 */
public final class FxThread implements Executor {
  @Override
  public void execute(Runnable task) {
    Platform.runLater(task);
  }
}
