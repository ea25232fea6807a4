package charla.client.voice;

import static charla.client.voice.TwoDesks.SILENCE;
import static charla.client.voice.TwoDesks.SPEECH;
import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.InviteLink;
import charla.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two apps and a server as processes, with real audio devices, windows and sockets: what is said
 * into one comes out of the other.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoiceCallTest {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceCallTest.class);
  private static final int CALLS = 7;

  /** Aims in milliseconds; a machine that builds beside this may take three times as long. */
  private static final long RINGS_WITHIN = 300;

  private static final long HEARD_WITHIN = 500;
  private static final long SLACK = 3;

  private Path data;
  private ServerProcess server;
  private InviteLink invite;
  private TwoDesks desks;

  @BeforeAll
  void begin(@TempDir Path folder) throws Exception {
    data = Files.createDirectory(folder.resolve("server"));
    server = ServerProcess.overTls(data);
    invite = server.invite();
    desks = TwoDesks.inTouch(folder, invite.toString(), Map.of());
  }

  @AfterAll
  void stop() throws Exception {
    try {
      desks.end();
    } finally {
      desks.close();
      server.close();
    }
  }

  @Test
  void speechGoesBothWaysAndNothingWhileMuted() throws Exception {
    desks.call();

    desks.assertBothAreHeard();

    desks.ana().does("press #call-mute");
    assertThat(desks.loudest("mouth_ana", "speaker_ben")).isLessThan(SILENCE);
    desks.ana().does("press #call-mute");
    assertThat(desks.loudest("mouth_ana", "speaker_ben")).isGreaterThan(SPEECH);
    desks.ben().does("press #call-hold");
    assertThat(desks.loudest("mouth_ana", "speaker_ben")).isLessThan(SILENCE);
    desks.ben().does("press #call-hold");

    desks.hangUp();
  }

  @Test
  void anotherSpeakerAndAnotherMicrophoneAreUsedAtOnce() throws Exception {
    desks.call();
    desks.ben().does("press #call-devices");
    desks.ben().does("choose speaker_eva");
    desks.ana().does("press #call-devices");
    desks.ana().does("choose mic_eva");

    desks.assertAlike("mouth_eva", "speaker_eva");

    desks.ben().does("press #call-devices");
    desks.ben().does("choose speaker_ben");
    desks.ana().does("press #call-devices");
    desks.ana().does("choose mic_ana");
    desks.hangUp();
  }

  @Test
  void itRingsAndIsHeardAtOnce() throws Exception {
    List<Long> rings = new ArrayList<>();
    List<Long> heard = new ArrayList<>();
    try (Humming humming = Humming.both(desks.sound())) {
      for (int i = 0; i < CALLS; i++) {
        desks.ana().does("press #call-peer");
        rings.add(desks.ben().when("rings") - desks.ana().when("pressed #call-peer"));
        desks.ben().does("press #call-accept");
        long accepted = desks.ben().when("pressed #call-accept");
        heard.add(humming.heardByBoth(accepted) - accepted);
        desks.hangUp();
      }
    }
    LOG.warn("milliseconds from Call to ringing {}, from Accept to both hearing {}", rings, heard);
    assertThat(median(rings)).isLessThan(SLACK * RINGS_WITHIN);
    assertThat(median(heard)).isLessThan(SLACK * HEARD_WITHIN);
  }

  @Test
  void c5AServerThatIsKilledAndStartedAgainIsNotHeard() throws Exception {
    desks.call();
    try (Humming humming = Humming.both(desks.sound())) {
      long from = humming.heardByBoth(0);
      server.kill();
      server = ServerProcess.overTls(data, invite.port());
      server.invite();
      Duration pause = humming.longestPauseSince(from);

      LOG.warn("longest pause while the server was killed and started again: {}", pause);
      assertThat(pause).isLessThan(Duration.ofSeconds(1));
    }

    desks.hangUp();
  }

  private static long median(List<Long> all) {
    return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
  }
}
