package charla.client.chat;

import java.util.concurrent.Executor;

/** Stands for the death of a process: after so many steps nothing of it runs any more. */
final class Fuse {
  private final int steps;
  private int done;

  private Fuse(int steps) {
    this.steps = steps;
  }

  static Fuse after(int steps) {
    return new Fuse(steps);
  }

  static Fuse never() {
    return new Fuse(Integer.MAX_VALUE);
  }

  /** Each task that begins is one step. */
  Executor through(Executor executor) {
    return task ->
        executor.execute(() -> {
          if (done < steps) {
            done++;
            task.run();
          }
        });
  }

  boolean isBlown() {
    return done >= steps;
  }
}
