package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.CallId;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.UserId;
import charla.server.chat.Messages;
import charla.server.chat.Messages.Draft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Messages} promises to readers; {@link AppendContract} has the writers. */
public abstract class MessagesContract extends ConversationCase {
  private static final ConversationId NO_CONVERSATION = new ConversationId("e".repeat(24));

  @ParameterizedTest
  @CsvSource({
    "0,3,1-3",
    "4,3,5-7",
    "8,5,9-10",
    "10,5,none",
    "0,50,1-10",
    "99,5,none",
    "9223372036854775807,5,none"
  })
  void whatComesAfterANumberRises(long seq, int limit, String expected) {
    fill(10);

    assertThat(range(messages().after(conversation, seq, limit))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807,3,8-10",
    "8,3,5-7",
    "3,5,1-2",
    "1,5,none",
    "11,50,1-10",
    "0,5,none"
  })
  void whatComesBeforeANumberRisesAndIsTheNearest(long seq, int limit, String expected) {
    fill(10);

    assertThat(range(messages().before(conversation, seq, limit))).isEqualTo(expected);
  }

  /** "first-last", "none" for no message; fails on anything that does not rise by one. */
  private static String range(List<Message> page) {
    List<Long> numbers = page.stream().map(Message::seq).toList();
    for (int i = 1; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
    }
    return numbers.isEmpty() ? "none" : numbers.getFirst() + "-" + numbers.getLast();
  }

  @Test
  void pagesHoldWholeMessages() {
    Message first = append(1, "one");
    Message second = messages().append(draft(2, bob, "two")).message();

    assertThat(messages().after(conversation, 0, 10)).containsExactly(first, second);
    assertThat(messages().before(conversation, Long.MAX_VALUE, 10)).containsExactly(first, second);
    assertThat(messages().last(conversation)).contains(second);
  }

  @Test
  void aConversationWithoutMessagesIsEmpty() {
    assertThat(messages().after(conversation, 0, 10)).isEmpty();
    assertThat(messages().before(conversation, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(messages().last(conversation)).isEmpty();
    assertThat(messages().last(NO_CONVERSATION)).isEmpty();
  }

  @Test
  void anotherConversationsMessagesStayOut_Z1() {
    fill(3);
    UserId cleo = account("cleo").id();
    ConversationId other = store().conversations().direct(ana, cleo).conversation().id();

    assertThat(messages().after(other, 0, 10)).isEmpty();
    assertThat(messages().before(other, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(messages().countFromOthers(other, cleo, 0, 100)).isZero();
  }

  @Test
  void newestNumbersHaveAnEntryForEveryId() {
    fill(3);
    UserId cleo = account("cleo").id();
    ConversationId empty = store().conversations().direct(ana, cleo).conversation().id();

    assertThat(messages().lastSeqs(List.of(conversation, empty, NO_CONVERSATION)))
        .isEqualTo(Map.of(conversation, 3L, empty, 0L, NO_CONVERSATION, 0L));
    assertThat(messages().lastSeqs(List.of())).isEmpty();
  }

  @Test
  void unreadMessagesAreThoseOfOthersAboveTheMark() {
    append(1, "one");
    messages().append(draft(2, bob, "two"));
    append(3, "three");

    assertThat(messages().countFromOthers(conversation, bob, 0, 100)).isEqualTo(2);
    assertThat(messages().countFromOthers(conversation, bob, 1, 100)).isEqualTo(1);
    assertThat(messages().countFromOthers(conversation, bob, 3, 100)).isZero();
    assertThat(messages().countFromOthers(conversation, ana, 0, 100)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void ofCallsOnlyMissedOnesAreUnread(CallReason reason) {
    append(1, "one");
    CallLine line = new CallLine(new CallId("c".repeat(24)), reason, null);
    messages().append(new Draft(clientId(2), conversation, ana, bob, "", NOW, line));

    assertThat(messages().countFromOthers(conversation, bob, 0, 100))
        .isEqualTo(reason.missed() ? 2 : 1);
  }

  @Test
  void unreadMessagesAreCountedUpToTheLimit() {
    fill(12);

    assertThat(messages().countFromOthers(conversation, bob, 0, 10)).isEqualTo(10);
    assertThat(messages().countFromOthers(conversation, bob, 0, 12)).isEqualTo(12);
    assertThat(messages().countFromOthers(conversation, bob, 0, 13)).isEqualTo(12);
  }
}
