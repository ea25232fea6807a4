package charla.client.call.history;

import static charla.client.chat.FakeServer.ME;
import static charla.client.chat.FakeServer.user;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.chat.Device;
import charla.client.chat.FakeServer;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.SessionId;
import charla.protocol.User;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallHistoryTest {
  private static final User ANA = user(2, "ana", "Ana");

  private static final Instant BEGAN = Instant.parse("2026-03-14T12:00:00Z");

  @TempDir Path folder;
  private final FakeServer server = new FakeServer();

  @Test
  void aCallThatWasMissedWhileThisDeviceWasAwayIsThereWhenItIsBack() throws Exception {
    try (Device device = Device.on(folder, server)) {
      CallHistory history = new CallHistory(device.signedIn(), new NothingSeen());
      device.conversations().whenOnline(history::refresh);
      server.connect();
      assertThat(history.missedProperty().get()).isFalse();

      server.disconnect();
      server.keep(missed());
      server.connect();

      assertThat(history.missedProperty().get()).isTrue();
      assertThat(history.calls()).extracting(Call::reason).containsExactly(CallReason.CANCELLED);
    }
  }

  @Test
  void aCallOfBeforeThatIsHeardOfLateStandsWhereItBelongs() throws Exception {
    try (Device device = Device.on(folder, server)) {
      CallHistory history = new CallHistory(device.signedIn(), new NothingSeen());
      Call newer = missed("b", BEGAN.plusSeconds(600));
      Call older = missed("a", BEGAN);

      history.add(newer);
      history.add(older);

      assertThat(history.calls()).containsExactly(newer, older);
    }
  }

  private Call missed() {
    return missed("a", BEGAN);
  }

  private Call missed(String id, Instant began) {
    return new Call(
        new CallId(id.repeat(24)),
        server.conversationWith(ANA),
        2,
        Call.State.ENDED,
        ANA,
        ME,
        new SessionId("1".repeat(24)),
        null,
        null,
        began,
        null,
        began.plusSeconds(20),
        CallReason.CANCELLED);
  }
}
