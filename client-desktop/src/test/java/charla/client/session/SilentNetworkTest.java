package charla.client.session;

import static charla.client.session.TestApp.success;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.chat.ChatMessage;
import charla.client.chat.ConversationEntry;
import charla.client.chat.Conversations;
import charla.client.chat.MessageState;
import charla.client.chat.Timeline;
import charla.client.net.FaultyProxy;
import charla.client.net.LinkState;
import charla.protocol.User;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * D3: the network is silent, both ways, one way, or reset again and again. Ana's timers go ten
 * times faster than usual here, so 35 seconds are three and a half.
 */
class SilentNetworkTest {
  private static final int HASTE = 10;
  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(35).dividedBy(HASTE);
  private static final Duration CONVERGED_WITHIN = Duration.ofSeconds(3);

  /** In which direction nothing arrives. */
  enum Silence {
    BOTH {
      @Override
      void begin(FaultyProxy network) {
        network.swallowUp();
        network.swallowDown();
      }
    },
    FROM_THE_APP {
      @Override
      void begin(FaultyProxy network) {
        network.swallowUp();
      }
    },
    FROM_THE_SERVER {
      @Override
      void begin(FaultyProxy network) {
        network.swallowDown();
      }
    };

    abstract void begin(FaultyProxy network);
  }

  @TempDir Path folder;
  private TestServer server;
  private FaultyProxy network;
  private TestApp ana;
  private TestApp ben;
  private Conversations anas;
  private Conversations bens;
  private ConversationEntry withBen;
  private Timeline anaSees;
  private Timeline benSees;

  @BeforeEach
  void begin() throws IOException {
    server = TestServer.in(folder.resolve("server"));
    network = FaultyProxy.before(server.address());
    ana = new TestApp(folder.resolve("ana"), HASTE);
    ben = new TestApp(folder.resolve("ben"));
    ana.trust().trust(network.address(), server.authority());
    ben.trust().trust(server.address(), server.authority());
    anas = ana.chats(ana.register(network.address(), "ana"));
    bens = ben.chats(ben.register(server.address(), "ben"));
    User person = success(ana.<List<User>>answer(a -> anas.findPeople("ben", a))).getFirst();
    withBen = success(ana.<ConversationEntry>answer(a -> anas.startWith(person, a)));
    ana.until(this::isOnline);
    ana.runOnFx(() -> anas.send(withBen.id(), "before"));
    ben.until(
        () -> !bens.entries().isEmpty() && bens.entries().getFirst().lastSeqProperty().get() == 1);
    anaSees = ana.onFx(() -> anas.open(withBen.id()));
    benSees = ben.onFx(() -> bens.open(withBen.id()));
  }

  @AfterEach
  void end() throws IOException {
    ana.close();
    ben.close();
    network.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void d3SilenceIsShownAndNothingIsLostOrDoubled(Silence silence) {
    silence.begin(network);
    ana.runOnFx(() -> anas.send(withBen.id(), "from Ana 1"));
    ana.runOnFx(() -> anas.send(withBen.id(), "from Ana 2"));
    ben.runOnFx(() -> bens.send(withBen.id(), "from Ben"));
    ana.until(SHOWN_WITHIN, () -> !isOnline());

    network.heal();
    ana.until(this::isOnline);

    ana.until(CONVERGED_WITHIN, () -> texts(anaSees).size() == 4 && nothingWaits());
    ben.until(CONVERGED_WITHIN, () -> texts(benSees).size() == 4);
    assertSameLogs();
  }

  @Test
  void d3AConnectionThatIsResetAgainAndAgainLosesAndDoublesNothing() {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String text = "m" + i;
      sent.add(text);
      ana.runOnFx(() -> anas.send(withBen.id(), text));
      network.reset();
    }

    ana.until(() -> texts(anaSees).size() == 31 && nothingWaits());
    ben.until(() -> texts(benSees).size() == 31);
    assertThat(ana.onFx(() -> texts(anaSees))).endsWith(sent.toArray(String[]::new));
    assertSameLogs();
  }

  private void assertSameLogs() {
    assertThat(ana.onFx(() -> texts(anaSees)))
        .doesNotHaveDuplicates()
        .isEqualTo(ben.onFx(() -> texts(benSees)));
  }

  private boolean isOnline() {
    return anas.linkProperty().get() instanceof LinkState.Online;
  }

  private boolean nothingWaits() {
    ChatMessage last = withBen.lastMessageProperty().get();
    return last != null && last.state() != MessageState.Step.WAITING;
  }

  private static List<String> texts(Timeline timeline) {
    return timeline.messages().stream().map(ChatMessage::content).toList();
  }
}
