package charla.client.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
  private static final String LINK = "charla://home.lan:8443/?k=señal";

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @TempDir private Path folder;

  @Test
  void aSecondStartHandsItsLinkToTheFirst() throws Exception {
    try (var first = SingleInstance.claim(folder, "").orElseThrow()) {
      first.listen(heard::add);

      assertThat(SingleInstance.claim(folder, LINK)).isEmpty();
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(LINK);
    }
  }

  @Test
  void startsBeforeTheWindowIsReadyAreHeardInOrder() throws Exception {
    try (var first = SingleInstance.claim(folder, "").orElseThrow()) {
      SingleInstance.claim(folder, "");
      SingleInstance.claim(folder, LINK);
      first.listen(heard::add);

      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEmpty();
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(LINK);
    }
  }

  @Test
  void aClosedAppLetsTheNextOneStart() throws Exception {
    SingleInstance.claim(folder, "").orElseThrow().close();

    try (var next = SingleInstance.claim(folder, "").orElseThrow()) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void whatAKilledAppLeftBehindIsNoObstacle() throws Exception {
    Files.writeString(folder.resolve("instance.socket"), "");
    Files.writeString(folder.resolve("instance.lock"), "");

    try (var next = SingleInstance.claim(folder, "").orElseThrow()) {
      next.listen(heard::add);
      assertThat(SingleInstance.claim(folder, LINK)).isEmpty();
      assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(LINK);
    }
  }
}
