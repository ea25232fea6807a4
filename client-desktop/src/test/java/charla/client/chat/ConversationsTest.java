package charla.client.chat;

import static charla.client.chat.FakeServer.ME;
import static charla.client.chat.FakeServer.user;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.cache.CacheException;
import charla.client.notice.Outcome;
import charla.protocol.ConversationId;
import charla.protocol.ServerFrame;
import charla.protocol.User;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees of their chats, as messages come and connections break. */
class ConversationsTest extends OneDevice {
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
  void withoutAConnectionNobodyIsShownAsThere() {
    ConversationId withEva =
        server.conversationWith(user(4, "eva", "Eva").withPresence(true, null));
    server.connect();
    assertThat(device.entry(withEva).peer().online()).isTrue();

    server.disconnect();
    assertThat(device.entry(withEva).peer().online()).isFalse();

    server.connect();
    assertThat(device.entry(withEva).peer().online()).isTrue();
  }

  @Test
  void whatIsReadAfterTheConnectionIsLostSaysOfNobodyThatTheyAreThere() {
    server.connect();
    server.disconnect();
    User eva = user(4, "eva", "Eva").withPresence(true, null);
    ConversationId withEva = server.conversationWith(eva);

    device.conversations().startWith(eva, opened -> {});

    assertThat(device.entry(withEva).peer().online()).isFalse();
  }

  @Test
  void d8WhatAnotherDeviceOfMineSentIsShownOnceAsMine() {
    server.connect();
    server.say(withAna, ME, "from my telephone");

    assertThat(device.shown(withAna)).singleElement().matches(ChatMessage::own);
    assertThat(device.entry(withAna).unreadProperty().get()).isZero();
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
}
