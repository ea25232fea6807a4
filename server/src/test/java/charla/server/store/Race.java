package charla.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs one thing on many threads that all start at the same moment. */
public final class Race {
  private Race() {}

  /**
   * Runs {@code runner.apply(0 … threads-1)}, each on a thread of its own.
   *
   * @return the results, in the order of the numbers
   * @throws java.util.concurrent.ExecutionException when one of them failed
   */
  public static <T> List<T> of(int threads, IntFunction<T> runner) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Callable<T>> runners = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      runners.add(() -> {
        start.await();
        return runner.apply(number);
      });
    }
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(runners)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
