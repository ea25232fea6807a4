package charla.client.chat;

import charla.client.cache.AccountCache;
import charla.client.cache.CacheException;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the FX thread wants kept or read, done in order on the disk thread; answers come back on the
 * FX thread. A disk that fails is logged here, and nothing else stops for it.
 */
final class Disk {
  private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

  /** Something kept. */
  @FunctionalInterface
  interface Write {
    void to(AccountCache cache) throws CacheException;
  }

  /** Something read. */
  @FunctionalInterface
  interface Read<T> {
    T from(AccountCache cache) throws CacheException;
  }

  private final AccountCache cache;
  private final Threads threads;

  Disk(AccountCache cache, Threads threads) {
    this.cache = cache;
    this.threads = threads;
  }

  void write(Write write) {
    threads.disk().execute(() -> run(from -> done(write, from)));
  }

  /**
   * @param then hears, on the FX thread, once it is kept; not at all when it could not be
   */
  void write(Write write, Runnable then) {
    read(
        from -> done(write, from),
        outcome -> {
          if (outcome instanceof Outcome.Success) {
            then.run();
          }
        });
  }

  <T> void read(Read<T> read, Consumer<Outcome<T>> answer) {
    threads
        .disk()
        .execute(() -> {
          Outcome<T> outcome = run(read);
          threads.fx().execute(() -> answer.accept(outcome));
        });
  }

  private <T> Outcome<T> run(Read<T> read) {
    try {
      return new Outcome.Success<>(read.from(cache));
    } catch (CacheException e) {
      LOG.warn("the cache failed", e);
      return new Outcome.Failure<>(new Problem.LocalStorage());
    }
  }

  private static Boolean done(Write write, AccountCache cache) throws CacheException {
    write.to(cache);
    return true;
  }
}
