package charla.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import charla.server.store.Race;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashingQueueTest {
  private final HashingQueue queue = new HashingQueue();

  @Test
  void a7AtMostTwoHashAtOnce() throws Exception {
    AtomicInteger hashing = new AtomicInteger();
    var hasher = new PasswordHasher(6, new SecureRandom());

    List<Integer> seen =
        Race.of(
            40,
            i ->
                queue.inTurn(() -> {
                  int now = hashing.incrementAndGet();
                  hasher.hash("password of somebody");
                  hashing.decrementAndGet();
                  return now;
                }));

    assertThat(Collections.max(seen)).isEqualTo(2);
  }

  @Test
  void a7AFloodIsRefusedBeyondTheQueue() throws Exception {
    CountDownLatch refusals = new CountDownLatch(34);
    Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
    try (var flood = Executors.newVirtualThreadPerTaskExecutor();
        var held = new HeldTurns(queue)) {
      held.take();
      held.take();
      for (int i = 0; i < 98; i++) {
        flood.execute(() -> {
          try {
            queue.inTurn(() -> true);
          } catch (Refusal refusal) {
            refused.add(refusal);
            refusals.countDown();
          }
        });
      }
      assertThat(refusals.await(30, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(refused)
        .hasSize(34)
        .allSatisfy(r -> assertThat(r.code()).isEqualTo(ErrorCode.RATE_LIMITED))
        .allSatisfy(r -> assertThat(r.retryAfter()).isPresent());
  }
}
