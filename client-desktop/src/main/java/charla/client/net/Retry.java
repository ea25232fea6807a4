package charla.client.net;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The waiting before the next attempt: longer each time, and over as soon as the network is another
 * one. Callers hold the lock that it was given, and so does it when the attempt is made.
 */
final class Retry {
  /** While waiting it looks this often whether the network has changed. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Object lock;
  private final Alarm alarm;
  private final Backoff backoff;
  private final Supplier<?> network;
  private @Nullable Runnable attempt;

  /**
   * @param network what the network looks like now, asked for without the lock
   */
  Retry(Object lock, Scheduler scheduler, RandomGenerator random, Supplier<?> network) {
    this.lock = lock;
    this.alarm = new Alarm(scheduler);
    this.backoff = new Backoff(random);
    this.network = network;
  }

  /**
   * Waits, in place of what was planned before.
   *
   * @param networkBefore what the network looked like when the server was last there
   * @return how long it waits at most
   */
  Duration plan(@Nullable Object networkBefore, Runnable newAttempt) {
    attempt = newAttempt;
    Duration wait = backoff.next();
    alarm.set(Duration.ZERO, () -> look(wait, networkBefore));
    return wait;
  }

  /** Makes the attempt now, if there is one to wait for. */
  void hurry() {
    Runnable now = attempt;
    if (now != null) {
      reset();
      cancel();
      now.run();
    }
  }

  void cancel() {
    attempt = null;
    alarm.cancel();
  }

  /** Begins with short waits again. */
  void reset() {
    backoff.reset();
  }

  private void look(Duration left, @Nullable Object networkBefore) {
    boolean changed = !Objects.equals(networkBefore, network.get());
    synchronized (lock) {
      Runnable due = attempt;
      if (due == null) {
        return;
      }
      if (changed) {
        hurry();
      } else if (left.isZero()) {
        cancel();
        due.run();
      } else {
        Duration part = left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY;
        alarm.set(part, () -> look(left.minus(part), networkBefore));
      }
    }
  }
}
