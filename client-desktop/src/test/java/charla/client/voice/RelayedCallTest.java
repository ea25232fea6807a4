package charla.client.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import charla.server.ServerProcess;
import charla.server.call.Coturn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both have chosen "always relay": all that is said goes through the real coturn, with the server's
 * credentials, on a path that can be cut.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayedCallTest {
  private static final Logger LOG = LoggerFactory.getLogger(RelayedCallTest.class);
  private static final Path SHIPPED = Path.of("../server/packaging/coturn/coturn.sh");

  /** Aims in milliseconds; a machine that builds beside this may take longer. */
  private static final long SHOWN_WITHIN = 2_000;

  private static final long BACK_WITHIN = 5_000;
  private static final long SLACK = 2_000;

  private Coturn coturn;
  private UdpPath path;
  private ServerProcess server;
  private TwoDesks desks;

  /** Of this machine's own addresses the shipped configuration allows none; here all peers are. */
  @BeforeAll
  void begin(@TempDir Path folder) throws Exception {
    coturn = Coturn.start(folder, SHIPPED, "--allow-loopback-peers", "--allowed-peer-ip=127.0.0.1");
    path = UdpPath.to(coturn.port());
    Path secret = Files.writeString(folder.resolve("secret"), Coturn.SECRET);
    server =
        ServerProcess.overTls(
            Files.createDirectory(folder.resolve("server")),
            0,
            "--turn=turn:127.0.0.1:" + path.port() + "?transport=udp",
            "--turn-secret-file=" + secret);
    desks =
        TwoDesks.inTouch(folder, server.invite().toString(), Map.of("call.alwaysRelay", "true"));
  }

  @AfterAll
  void stop() throws Exception {
    try {
      desks.end();
    } finally {
      desks.close();
      server.close();
      path.close();
      coturn.close();
    }
  }

  @Test
  void speechGoesThroughTheRelayAndNoAddressToTheOther() throws Exception {
    desks.call();

    desks.assertBothAreHeard();

    for (DeskProcess desk : List.of(desks.ana(), desks.ben())) {
      assertThat(desk.said("quality")).isNotEmpty().allMatch(q -> q.contains("path=RELAYED"));
      assertThat(candidates(desk)).isNotEmpty().allMatch(c -> c.contains(" typ relay"));
    }
    desks.hangUp();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 12})
  void c6ThePathIsCutForSecondsAndTheCallGoesOn(int seconds) throws Exception {
    desks.call();
    try (Humming humming = Humming.both(desks.sound())) {
      humming.heardByBoth(0);
      path.cut();
      long cut = Humming.now();
      desks.bothRead("Reconnecting");
      long shown = Humming.now() - cut;
      await().atMost(Duration.ofMinutes(1)).until(() -> Humming.now() > cut + seconds * 1_000L);
      path.mend();
      long mended = Humming.now();
      long back = humming.heardByBoth(mended) - mended;
      desks.bothRead("0:");

      LOG.warn("cut for {} s: shown after {} ms, audio back after {} ms", seconds, shown, back);
      assertThat(shown).isLessThan(SHOWN_WITHIN + SLACK);
      assertThat(back).isLessThan(BACK_WITHIN + SLACK);
    }
    desks.hangUp();
  }

  /** Every address that it told, in descriptions too. */
  private static List<String> candidates(DeskProcess desk) {
    return desk.said("signal").stream()
        .flatMap(signal -> Stream.of(signal.split("candidate:")).skip(1))
        .toList();
  }
}
