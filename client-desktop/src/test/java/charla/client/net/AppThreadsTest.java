package charla.client.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class AppThreadsTest {
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final AppThreads app = new AppThreads(Runnable::run);
  private final Threads threads = app.threads();

  @Test
  void theEndWaitsForWhatIsToBeWritten() {
    threads.disk().execute(() -> done.add("first"));
    threads.disk().execute(() -> done.add("second"));

    app.close();

    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void whatComesAfterTheEndIsDropped() {
    app.close();

    threads.disk().execute(() -> done.add("written"));
    threads.io().execute(() -> done.add("asked"));
    threads.scheduler().after(Duration.ZERO, () -> done.add("later")).cancel();

    assertThat(done).isEmpty();
  }
}
