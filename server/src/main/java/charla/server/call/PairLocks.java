package charla.server.call;

import charla.protocol.UserId;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Lets one thread at a time do something about a person's calls. People share a fixed number of
 * locks; two are always taken in the same order, so that nobody waits for ever.
 */
final class PairLocks {
  private static final int LOCKS = 128;

  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  void run(UserId one, UserId other, Runnable work) {
    int first = Math.min(place(one), place(other));
    int second = Math.max(place(one), place(other));
    locks.get(first).lock();
    try {
      locks.get(second).lock();
      try {
        work.run();
      } finally {
        locks.get(second).unlock();
      }
    } finally {
      locks.get(first).unlock();
    }
  }

  private static int place(UserId userId) {
    return Math.floorMod(userId.hashCode(), LOCKS);
  }
}
