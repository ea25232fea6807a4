package charla.server.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.CloseCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client written from the document alone does what a client has to do. */
class ChatClientTest {
  @TempDir Path folder;
  private RunningServer server;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.in(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatOneSaysTheOtherGetsAndBothKnowHowFarItCame() throws Exception {
    try (var ana = ChatClient.connected(server.link(), "ana");
        var eva = ChatClient.connected(server.link(), "eva")) {
      String conversation = ana.open("eva");
      ana.send(conversation, "Did the parcel arrive?");

      assertThat(eva.await("message").path("content").asString())
          .isEqualTo("Did the parcel arrive?");
      assertThat(ana.await("receipt").path("delivered").asLong()).isEqualTo(1);
      eva.read(conversation, 1);
      assertThat(ana.await("receipt").path("read").asLong()).isEqualTo(1);
    }
  }

  @Test
  void whoWasCutOffGetsWhatWasSaidMeanwhileOnceAndInOrder() throws Exception {
    try (var ana = ChatClient.connected(server.link(), "ana");
        var eva = ChatClient.connected(server.link(), "eva")) {
      String conversation = ana.open("eva");
      eva.cut();
      eva.await("closed");
      Stream.of("one", "two", "three").forEach(word -> ana.send(conversation, word));

      for (String word : List.of("one", "two", "three")) {
        assertThat(eva.await("message").path("content").asString()).isEqualTo(word);
      }
    }
  }

  @Test
  void d16WhatIsSaidWhileTheServerIsAwayArrivesOnceItIsBack() throws Exception {
    try (var ana = ChatClient.connected(server.link(), "ana");
        var eva = ChatClient.connected(server.link(), "eva")) {
      String conversation = ana.open("eva");
      server.restart(() -> ana.send(conversation, "Are you there?"));

      assertThat(ana.await("closed").path("code").asInt()).isEqualTo(CloseCode.SERVICE_RESTART);
      assertThat(eva.await("message").path("content").asString()).isEqualTo("Are you there?");
      assertThat(ana.await("accepted").at("/message/seq").asLong()).isEqualTo(1);
    }
  }

  @Test
  void anotherDeviceOfOnesOwnSeesWhatOneSent() throws Exception {
    try (var eva = ChatClient.connected(server.link(), "eva");
        var ana = ChatClient.connected(server.link(), "ana");
        var other = ChatClient.connected(server.link(), "ana")) {
      String conversation = ana.open("eva");
      ana.send(conversation, "See you on Tuesday.");

      assertThat(other.await("message")).isEqualTo(ana.await("message"));
      assertThat(eva.await("message").path("seq").asLong()).isEqualTo(1);
    }
  }

  @Test
  void t3WhoSignsOutIsClosedAtOnce() throws Exception {
    try (var ana = ChatClient.connected(server.link(), "ana")) {
      ana.signOut();

      assertThat(ana.await("closed").path("code").asInt()).isEqualTo(CloseCode.SESSION_ENDED);
      assertThat(ana.awaitEnd()).isEqualTo(1);
    }
  }

  @Test
  void x2AnotherAuthorityThanTheLinkNamesIsToldNothing() throws Exception {
    try (var ana = ChatClient.start(server.linkOfAnotherAuthority(), "ana")) {
      assertThat(ana.awaitEnd()).isEqualTo(1);
    }

    try (var first = ChatClient.start(server.link(), "ana")) {
      assertThat(first.await("connected").at("/me/administrator").asBoolean()).isTrue();
    }
  }
}
