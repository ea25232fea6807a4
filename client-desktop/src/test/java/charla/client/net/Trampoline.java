package charla.client.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Runs tasks at once on the caller's thread, but one after the other: what a task hands in runs
 * when it has ended, as on the FX thread.
 */
public final class Trampoline implements Executor {
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private boolean running;

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (running) {
      return;
    }
    running = true;
    try {
      while (!tasks.isEmpty()) {
        tasks.removeFirst().run();
      }
    } finally {
      running = false;
    }
  }
}
