package charla.client.chat;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.chat.FakeServer.Answers;
import charla.client.chat.MessageState.Failed;
import charla.client.chat.MessageState.Step;
import charla.client.notice.Problem;
import charla.protocol.ClientFrame;
import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens to a message that is sent, until everybody knows of it. */
class SendingTest extends OneDevice {
  @Test
  void aMessageGoesFromWaitingOverSentAndDeliveredToRead() {
    server.connect();
    server.answer(Answers.IGNORE);
    device.conversations().send(withAna, "hello");
    assertThat(device.lastState(withAna)).isEqualTo(Step.WAITING);

    server.answer(Answers.ACCEPT);
    device.time().pass(Sending.ANSWER_WITHIN);
    assertThat(device.lastState(withAna)).isEqualTo(Step.SENT);

    server.receipt(withAna, ANA, 1, 0);
    assertThat(device.lastState(withAna)).isEqualTo(Step.DELIVERED);

    server.receipt(withAna, ANA, 1, 1);
    assertThat(device.lastState(withAna)).isEqualTo(Step.READ);
  }

  @Test
  void whoGetsNoAnswerAsksWhetherTheServerIsThere() {
    server.connect();
    server.answer(Answers.IGNORE);
    device.conversations().send(withAna, "hello");
    assertThat(server.heard(ClientFrame.Ping.class)).isEmpty();

    device.time().pass(Sending.ANSWER_WITHIN);

    assertThat(server.heard(ClientFrame.Ping.class)).hasSize(1);
  }

  @Test
  void aWaitingMessageKeepsItsRowWhenItIsSent() {
    server.connect();
    server.answer(Answers.IGNORE);
    Timeline timeline = device.conversations().open(withAna);
    device.conversations().send(withAna, "hello");
    ChatMessage waiting = timeline.messages().getFirst();

    server.answer(Answers.ACCEPT);
    device.time().pass(Sending.ANSWER_WITHIN);

    assertThat(timeline.messages())
        .singleElement()
        .satisfies(sent -> {
          assertThat(sent.clientId()).isEqualTo(waiting.clientId());
          assertThat(sent.seq()).isEqualTo(1);
        });
  }

  @Test
  void whatIsWrittenOfflineIsSentInOrderWhenTheConnectionIsBack() {
    server.connect();
    server.disconnect();
    device.conversations().send(withAna, "one");
    device.conversations().send(withAna, "two");
    assertThat(device.texts(withAna)).containsExactly("one", "two");

    server.connect();

    assertThat(server.wholeLog(withAna)).extracting("content").containsExactly("one", "two");
    assertThat(device.texts(withAna)).containsExactly("one", "two");
  }

  @Test
  void anAnswerThatNeverCameIsAskedForAgainAndStoredOnce() {
    server.connect();
    server.answer(Answers.STORE_SILENTLY);
    device.conversations().send(withAna, "hello");
    server.disconnect();

    server.answer(Answers.ACCEPT);
    server.connect();

    assertThat(server.wholeLog(withAna)).hasSize(1);
    assertThat(device.texts(withAna)).containsExactly("hello");
    assertThat(device.lastState(withAna)).isEqualTo(Step.SENT);
  }

  @Test
  void aRefusalForGoodIsShownAndTheNextMessageGoesOn() {
    server.connect();
    server.refuse(Optional.of(ErrorCode.NOT_ALLOWED));
    device.conversations().send(withAna, "no");
    assertThat(device.lastState(withAna))
        .isEqualTo(new Failed(new Problem.Refused(ErrorCode.NOT_ALLOWED, Optional.empty())));

    server.refuse(Optional.empty());
    device.conversations().send(withAna, "yes");

    assertThat(server.wholeLog(withAna)).extracting("content").containsExactly("yes");
    assertThat(device.texts(withAna)).containsExactly("yes", "no");
  }

  @Test
  void aFailedMessageIsSentAgainOrDroppedByThePerson() {
    server.connect();
    server.refuse(Optional.of(ErrorCode.NOT_ALLOWED));
    device.conversations().send(withAna, "again");
    device.conversations().send(withAna, "away");
    List<ChatMessage> failed = device.shown(withAna);
    server.refuse(Optional.empty());

    device.conversations().discard(failed.get(1).clientId());
    device.conversations().resend(failed.get(0).clientId());

    assertThat(device.texts(withAna)).containsExactly("again");
    assertThat(device.lastState(withAna)).isEqualTo(Step.SENT);
  }

  @Test
  void aRefusalForNowIsTriedAgainAfterTheTimeTheServerNamed() {
    server.connect();
    server.refuse(Optional.of(ErrorCode.RATE_LIMITED));
    device.conversations().send(withAna, "one");
    device.conversations().send(withAna, "two");
    assertThat(device.lastState(withAna)).isEqualTo(Step.WAITING);

    server.refuse(Optional.empty());
    device.time().pass(Duration.ofSeconds(2));

    assertThat(server.wholeLog(withAna)).extracting("content").containsExactly("one", "two");
  }

  @Test
  void droppedAnswersAreAskedForAfterAResync() {
    server.connect();
    server.answer(Answers.STORE_SILENTLY);
    device.conversations().send(withAna, "hello");

    server.answer(Answers.ACCEPT);
    server.push(new ServerFrame.Resync(List.of(new ServerFrame.Head(withAna, 1))));

    assertThat(device.lastState(withAna)).isEqualTo(Step.SENT);
    assertThat(device.texts(withAna)).containsExactly("hello");
  }

  @Test
  void aMessageTheServerWouldRefuseIsNotTaken() {
    assertThat(Conversations.refusal(" \n")).contains(ErrorCode.TEXT_EMPTY);
    assertThat(Conversations.refusal("a\0b")).contains(ErrorCode.TEXT_INVALID);
    assertThat(Conversations.refusal("x".repeat(8_001))).contains(ErrorCode.TEXT_TOO_LONG);
    assertThat(Conversations.refusal("😀".repeat(8_000))).isEmpty();
  }
}
