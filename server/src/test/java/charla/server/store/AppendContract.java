package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.CallId;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Message;
import charla.protocol.UserId;
import charla.server.chat.Messages;
import charla.server.chat.Messages.Appended;
import charla.server.chat.Messages.Draft;
import charla.server.refusal.Refusal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Messages#append} promises. */
public abstract class AppendContract extends ConversationCase {
  @Test
  void aMessageIsStoredAsItWasWritten() {
    Appended appended = messages().append(draft(1, "Hello"));
    reopen();

    Message message = appended.message();
    assertThat(appended.repeated()).isFalse();
    assertThat(message)
        .isEqualTo(
            new Message(
                message.id(),
                conversation,
                1,
                clientId(1),
                ana,
                bob,
                "Hello",
                Message.Status.SENT,
                NOW));
    assertThat(messages().last(conversation)).contains(message);
  }

  @Test
  void aMessageToNobodyInParticularIsKept() {
    Draft draft = new Draft(clientId(1), conversation, ana, null, "Hello", NOW);

    Message message = messages().append(draft).message();

    assertThat(message.toUser()).isNull();
    assertThat(messages().last(conversation)).contains(message);
  }

  @ParameterizedTest
  @MethodSource("difficultTexts")
  void textIsKeptToTheLastCharacter(String content) {
    append(1, content);
    reopen();

    assertThat(messages().last(conversation).orElseThrow().content()).isEqualTo(content);
    assertThat(messages().append(draft(1, content)).repeated()).isTrue();
  }

  static List<String> difficultTexts() {
    return List.of(
        "'; DROP TABLE messages; -- \" ` \\ %s ${x} {\"$ne\":null}",
        "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83c\uddf2\ud83c\uddfd e\u0301 \u0627\u0644\u0633\u0644\u0627\u0645",
        "  lines\r\n\tand spaces \n",
        "\ud83e\udd8a".repeat(Limits.TEXT_CODE_POINTS));
  }

  @Test
  void timesAreKeptToTheMillisecondFromTheFirstAnswerOn() {
    Draft draft = new Draft(clientId(1), conversation, ana, bob, "Hello", NOW.plusNanos(456_789));

    Message message = messages().append(draft).message();

    assertThat(message.createdAt()).isEqualTo(NOW);
    assertThat(messages().last(conversation)).contains(message);
  }

  @Test
  void aRepeatedClientIdGetsTheFirstAnswer_D1() {
    Message first = append(1, "Hello");
    append(2, "there");
    reopen();
    Draft later = new Draft(clientId(1), conversation, ana, bob, "Hello", NOW.plusSeconds(60));

    assertThat(messages().append(later)).isEqualTo(new Appended(first, true));
    assertThat(messages().after(conversation, 0, 10)).hasSize(2);
  }

  @Test
  void aClientIdUsedForOtherContentIsRefusedAndTakesNoNumber() {
    Message first = append(1, "Hello");

    assertRefused(ErrorCode.CLIENT_ID_CONFLICT, () -> append(1, "Goodbye"));

    Message second = append(2, "Goodbye");
    assertThat(messages().after(conversation, 0, 10)).containsExactly(first, second);
    assertThat(second.seq()).isEqualTo(2);
  }

  @Test
  void aClientIdUsedInAnotherConversationIsRefused() {
    append(1, "Hello");
    UserId cleo = account("cleo").id();
    ConversationId other = store().conversations().direct(ana, cleo).conversation().id();
    Draft draft = new Draft(clientId(1), other, ana, cleo, "Hello", NOW);

    assertRefused(ErrorCode.CLIENT_ID_CONFLICT, () -> messages().append(draft));

    assertThat(messages().last(other)).isEmpty();
  }

  @Test
  void theLineOfACallIsKeptOnceWithWhatItTells() {
    for (Long seconds : new Long[] {null, 751L}) {
      CallLine line = new CallLine(new CallId("c".repeat(24)), CallReason.CANCELLED, seconds);
      int name = seconds == null ? 1 : 2;
      Draft draft = new Draft(clientId(name), conversation, ana, bob, "", NOW, line);

      Message stored = messages().append(draft).message();
      reopen();

      assertThat(stored.call()).isEqualTo(line);
      assertThat(messages().append(draft)).isEqualTo(new Appended(stored, true));
      assertThat(messages().last(conversation)).contains(stored);
    }
  }

  @Test
  void aLineOfACallIsNotTakenForTextOfTheSameName() {
    append(1, "Hello");
    CallLine line = new CallLine(new CallId("c".repeat(24)), CallReason.LOST, 4L);

    assertRefused(
        ErrorCode.CLIENT_ID_CONFLICT,
        () ->
            messages().append(new Draft(clientId(1), conversation, ana, bob, "Hello", NOW, line)));
  }

  @Test
  void twoSendersMayChooseTheSameClientId() {
    Message anas = append(1, "Hello");
    Message bobs = messages().append(draft(1, bob, "Hi")).message();

    assertThat(messages().after(conversation, 0, 10)).containsExactly(anas, bobs);
  }

  @Test
  void eachConversationCountsForItself() {
    fill(3);
    UserId cleo = account("cleo").id();
    ConversationId other = store().conversations().direct(ana, cleo).conversation().id();

    Message message =
        messages().append(new Draft(clientId(9), other, ana, cleo, "Hello", NOW)).message();

    assertThat(message.seq()).isEqualTo(1);
    assertThat(append(4, "on")).extracting(Message::seq).isEqualTo(4L);
  }

  @Test
  void manyWhoWriteAtOnceGetEveryNumberOnce_D1() throws Exception {
    List<Message> answers =
        Race.of(
            64, i -> messages().append(draft(i, i % 2 == 0 ? ana : bob, "message " + i)).message());

    List<Message> log = messages().after(conversation, 0, 100);
    assertThat(log).extracting(Message::seq).containsExactlyElementsOf(numbersTo(64));
    assertThat(log).containsExactlyInAnyOrderElementsOf(answers);
    assertThat(log).extracting(Message::id).doesNotHaveDuplicates();
  }

  @Test
  void oneMessageSentManyTimesAtOnceIsStoredOnce_D1() throws Exception {
    List<Appended> answers = Race.of(30, i -> messages().append(draft(1, "Hello")));

    assertThat(answers).filteredOn(a -> !a.repeated()).hasSize(1);
    assertThat(answers).extracting(Appended::message).containsOnly(answers.getFirst().message());
    assertThat(messages().after(conversation, 0, 10)).hasSize(1);
  }

  @Test
  void whatIsRefusedHarmsNobodyWhoWritesAtTheSameTime() throws Exception {
    append(0, "taken");

    List<Boolean> stored = Race.of(40, i -> accepted(draft(i % 2 == 0 ? 0 : i, "other " + i)));

    assertThat(stored).filteredOn(ok -> ok).hasSize(20);
    assertThat(messages().after(conversation, 0, 100))
        .extracting(Message::seq)
        .containsExactlyElementsOf(numbersTo(21));
  }

  private boolean accepted(Draft draft) {
    try {
      return !messages().append(draft).repeated();
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(ErrorCode.CLIENT_ID_CONFLICT);
      return false;
    }
  }

  private static List<Long> numbersTo(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
