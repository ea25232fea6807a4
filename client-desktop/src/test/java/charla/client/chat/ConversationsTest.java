package charla.client.chat;

import static charla.client.chat.FakeServer.ME;
import static charla.client.chat.FakeServer.user;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.cache.CacheException;
import charla.client.chat.FakeServer.Answers;
import charla.client.chat.MessageState.Failed;
import charla.client.chat.MessageState.Step;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.protocol.ClientFrame;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import charla.protocol.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of their chats, as messages come and go and connections break. */
class ConversationsTest {
  private static final User ANA = user(2, "ana", "Ana");
  private static final User BEN = user(3, "ben", "Ben");

  @TempDir Path folder;
  private final FakeServer server = new FakeServer();
  private final ConversationId withAna = server.conversationWith(ANA);
  private Device device;

  @BeforeEach
  void start() throws CacheException {
    device = Device.on(folder, server);
  }

  @AfterEach
  void stop() {
    device.close();
  }

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
  void aMessageThatMakesAHoleIsShownOnceTheHoleIsFilled() {
    server.connect();
    server.store(withAna, ANA, "lost push");

    server.say(withAna, ANA, "heard push");

    assertThat(device.texts(withAna)).containsExactly("lost push", "heard push");
  }

  @Test
  void aLostPushIsFoundByTheNextPong() {
    server.connect();
    server.store(withAna, ANA, "lost push");
    assertThat(device.entry(withAna).lastSeqProperty().get()).isZero();

    server.pong();

    assertThat(device.texts(withAna)).containsExactly("lost push");
  }

  @Test
  void whatCannotBeReadNowIsReadAtTheNextPong() {
    server.connect();
    server.setRestUp(false);
    server.store(withAna, ANA, "one");
    server.say(withAna, ANA, "two");
    assertThat(device.entry(withAna).lastSeqProperty().get()).isZero();

    server.setRestUp(true);
    server.push(new ServerFrame.Pong(List.of()));

    assertThat(device.texts(withAna)).containsExactly("one", "two");
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
  void unreadIsCountedUntilItIsRead() {
    server.connect();
    server.say(withAna, ANA, "one");
    server.say(withAna, ANA, "two");
    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(2);
    assertThat(device.conversations().totalUnreadProperty().get()).isEqualTo(2);

    device.conversations().markRead(withAna, 1);
    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(1);

    device.conversations().markRead(withAna, 2);
    assertThat(device.conversations().totalUnreadProperty().get()).isZero();
    assertThat(server.heard(ClientFrame.Read.class)).last().extracting("seq").isEqualTo(2L);
  }

  @Test
  void unreadThatCameWhileAwayIsCountedOnce() {
    for (int i = 0; i < 130; i++) {
      server.store(withAna, ANA, "m" + i);
    }
    server.connect();
    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(Limits.UNREAD_MAX);

    device.conversations().markRead(withAna, 128);
    server.say(withAna, ANA, "last");

    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(3);
  }

  @Test
  void whatWasReadOfflineIsToldLater() {
    server.connect();
    server.say(withAna, ANA, "one");
    server.disconnect();
    device.conversations().markRead(withAna, 1);

    server.connect();

    assertThat(server.heard(ClientFrame.Read.class)).last().extracting("seq").isEqualTo(1L);
    assertThat(device.entry(withAna).unreadProperty().get()).isZero();
  }

  @Test
  void d8ReadOnAnotherDeviceIsReadHere() {
    server.connect();
    server.say(withAna, ANA, "one");
    server.say(withAna, ANA, "two");

    server.receipt(withAna, ME, 2, 1);
    assertThat(device.entry(withAna).unreadProperty().get()).isEqualTo(1);

    server.receipt(withAna, ME, 2, 2);
    assertThat(device.entry(withAna).unreadProperty().get()).isZero();
  }

  @Test
  void d8WhatAnotherDeviceOfMineSentIsShownOnceAsMine() {
    server.connect();
    server.say(withAna, ME, "from my telephone");

    assertThat(device.shown(withAna)).singleElement().matches(ChatMessage::own);
    assertThat(device.entry(withAna).unreadProperty().get()).isZero();
  }

  @Test
  void whatIsOnDiskIsToldAsDelivered() {
    server.connect();
    server.say(withAna, ANA, "one");
    server.say(withAna, ANA, "two");

    assertThat(server.heard(ClientFrame.Delivered.class)).extracting("seq").contains(1L, 2L);
  }

  @Test
  void theConversationThatMovedLastStandsFirst() {
    ConversationId withBen = server.conversationWith(BEN);
    server.connect();
    server.say(withBen, BEN, "first");
    server.say(withAna, ANA, "second");
    server.say(withAna, ANA, "third");

    assertThat(device.conversations().entries())
        .extracting(ConversationEntry::id)
        .containsExactly(withAna, withBen);
  }

  @Test
  void typingIsShownForSixSecondsOrUntilTheMessageComes() {
    server.connect();
    ServerFrame typing = new ServerFrame.Typing(withAna, ANA.id());
    server.push(typing);
    assertThat(device.entry(withAna).typingProperty().get()).isTrue();
    device.time().pass(Limits.TYPING_SHOWN);
    assertThat(device.entry(withAna).typingProperty().get()).isFalse();

    server.push(typing);
    server.say(withAna, ANA, "typed");
    assertThat(device.entry(withAna).typingProperty().get()).isFalse();
  }

  @Test
  void typingIsToldAtMostEveryThreeSeconds() {
    server.connect();
    device.conversations().typing(withAna);
    device.conversations().typing(withAna);
    assertThat(server.heard(ClientFrame.Typing.class)).hasSize(1);

    device.time().pass(Limits.TYPING_EVERY);
    device.conversations().typing(withAna);
    assertThat(server.heard(ClientFrame.Typing.class)).hasSize(2);
  }

  @Test
  void someoneNewIsFoundAndSpokenTo() {
    User cleo = user(9, "cleo", "Cleo");
    server.connect();
    List<Outcome<ConversationEntry>> opened = new ArrayList<>();
    device.conversations().startWith(cleo, opened::add);

    assertThat(opened).singleElement().isInstanceOf(Outcome.Success.class);
    assertThat(device.conversations().entries()).hasSize(2);
  }

  @Test
  void aConversationThatSomebodyElseBeganAppears() {
    server.connect();
    ConversationId withBen = server.conversationWith(BEN);

    server.say(withBen, BEN, "hi, it is Ben");

    assertThat(device.texts(withBen)).containsExactly("hi, it is Ben");
    assertThat(device.entry(withBen).unreadProperty().get()).isEqualTo(1);
  }

  @Test
  void afterABackupWasPutBackEverythingIsReadAnewButTheOutboxStays() {
    server.connect();
    server.say(withAna, ANA, "kept");
    server.say(withAna, ANA, "lost with the disk");
    Timeline timeline = device.conversations().open(withAna);
    server.disconnect();
    device.conversations().send(withAna, "mine");

    server.restoreBackup(withAna, 1);
    server.connect();

    assertThat(device.texts(withAna)).containsExactly("kept", "mine");
    assertThat(timeline.messages()).extracting("content").containsExactly("kept", "mine");
  }

  @Test
  void k5ADamagedCacheFillsItselfAgainAndTheOutboxIsSent() throws CacheException, IOException {
    server.connect();
    server.say(withAna, ANA, "kept by the server");
    server.disconnect();
    device.conversations().send(withAna, "waiting");
    device.close();
    Files.write(folder.resolve("cache.db"), new byte[10_000]);

    device = Device.on(folder, server);
    server.connect();

    assertThat(device.texts(withAna)).containsExactly("kept by the server", "waiting");
    assertThat(server.wholeLog(withAna)).hasSize(2);
  }

  @Test
  void d15FramesOfANewerServerAreIgnoredAndTheCursorAdvances() {
    server.connect();
    server.push(new ServerFrame.Unknown());
    server.say(withAna, ANA, "after it");

    assertThat(device.texts(withAna)).containsExactly("after it");
  }

  @Test
  void aMessageTheServerWouldRefuseIsNotTaken() {
    assertThat(Conversations.refusal(" \n")).contains(ErrorCode.TEXT_EMPTY);
    assertThat(Conversations.refusal("a\0b")).contains(ErrorCode.TEXT_INVALID);
    assertThat(Conversations.refusal("x".repeat(8_001))).contains(ErrorCode.TEXT_TOO_LONG);
    assertThat(Conversations.refusal("😀".repeat(8_000))).isEmpty();
  }
}
