package charla.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.MessageId;
import charla.protocol.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker is itself checked: a sound history passes, and each planted fault is named. */
class CheckerTest {
  private static final UserId ANA = new UserId("a".repeat(24));
  private static final UserId EVA = new UserId("e".repeat(24));
  private static final UserId MALLORY = new UserId("f".repeat(24));
  private static final ConversationId HERE = new ConversationId("1".repeat(24));
  private static final ConversationId ELSEWHERE = new ConversationId("2".repeat(24));

  @Test
  void aSoundHistoryBreaksNothing() {
    assertThat(Checker.violations(sound())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plantedFaults")
  void aPlantedFaultIsNamed(String kind, Consumer<History> fault) {
    History history = sound();

    fault.accept(history);

    assertThat(Checker.violations(history)).anyMatch(line -> line.startsWith(kind));
  }

  static Stream<Arguments> plantedFaults() {
    return Stream.of(
        fault("lost", h -> h.stored(HERE).removeLast()),
        fault("doubled", h -> h.stored(HERE).add(message(4, 3))),
        fault("swapped", h -> swapAccepted(h)),
        fault("forged", h -> h.stored(HERE).add(message(4, 9))),
        fault("hole", h -> h.stored(HERE).set(2, message(4, 3))),
        fault("wrong conversation", h -> h.stored(ELSEWHERE).add(message(1, 1))),
        fault("refused but stored", h -> h.refused.add(clientId(1))),
        fault("diverged", h -> h.devices.getFirst().log().removeLast()),
        fault(
            "leaked",
            h -> h.devices.add(new History.DeviceLog("m1", MALLORY, HERE, List.of(message(1, 1))))),
        fault("cursor fell", h -> h.cursor("e1", HERE, 1)),
        fault("marks", h -> h.marks.add(new History.Marks(HERE, EVA, 2, 3))));
  }

  private static Arguments fault(String kind, Consumer<History> plant) {
    return Arguments.of(kind, plant);
  }

  private static void swapAccepted(History history) {
    history.accepted.put(clientId(1), message(2, 1));
    history.accepted.put(clientId(2), message(1, 2));
  }

  private static History sound() {
    History history = new History();
    history.members.put(HERE, Set.of(ANA, EVA));
    for (int i = 1; i <= 3; i++) {
      history.sending(new History.Sent(clientId(i), ANA, HERE, "text " + i));
      history.accepted(clientId(i), message(i, i));
      history.stored(HERE).add(message(i, i));
      history.cursor("e1", HERE, i);
    }
    history.devices.add(
        new History.DeviceLog("e1", EVA, HERE, new ArrayList<>(history.stored(HERE))));
    history.marks.add(new History.Marks(HERE, EVA, 3, 2));
    return history;
  }

  private static ClientId clientId(int n) {
    return new ClientId("%032x".formatted(n));
  }

  private static Message message(long seq, int n) {
    return new Message(
        new MessageId("%024x".formatted(n)),
        HERE,
        seq,
        clientId(n),
        ANA,
        EVA,
        "text " + n,
        Message.Status.SENT,
        Instant.EPOCH);
  }
}
