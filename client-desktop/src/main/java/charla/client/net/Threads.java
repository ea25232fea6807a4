package charla.client.net;

import charla.client.notice.Outcome;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Where work is done. Tests pass {@code Runnable::run}.
 *
 * @param fx owns all state; one task at a time, in order; its tasks never block
 * @param disk writes to disk; one task at a time, in order
 * @param io everything else that blocks; many tasks at once
 */
public record Threads(Executor fx, Executor disk, Executor io, Scheduler scheduler) {
  /** Does later what belongs on the FX thread. */
  public Scheduler schedulerOnFx() {
    return (delay, task) -> scheduler.after(delay, () -> fx.execute(task));
  }

  /**
   * Asks on {@link #io}, answers on {@link #fx}; there, too, is thrown what is no problem but a
   * fault.
   */
  public <T> void ask(Outcome.Attempt<T> attempt, Consumer<Outcome<T>> answer) {
    io.execute(() -> fx.execute(asked(attempt, answer)));
  }

  private static <T> Runnable asked(Outcome.Attempt<T> attempt, Consumer<Outcome<T>> answer) {
    try {
      Outcome<T> outcome = Outcome.of(attempt);
      return () -> answer.accept(outcome);
    } catch (RuntimeException | LinkageError e) {
      return () -> {
        throw e;
      };
    }
  }
}
