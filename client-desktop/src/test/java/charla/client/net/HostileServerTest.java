package charla.client.net;

import static charla.client.net.TlsListener.http;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.net.TlsListener.Shown;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.client.trust.Trust;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** K7: whatever a server answers, the app has an ordinary problem to show and a bounded memory. */
class HostileServerTest {
  private static final ConversationId ID = new ConversationId("%024x".formatted(0xc0));
  private static final Threads NO_THREADS =
      new Threads(Runnable::run, Runnable::run, Runnable::run, new ManualTime());

  @TempDir Path folder;
  private Trust trust;
  private Shown certificate;

  @BeforeEach
  void trust() throws IOException {
    trust = new Trust(folder.resolve("trust.properties"));
    certificate = Shown.made(folder.resolve("server"), Clock.systemUTC(), "localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html>hello</html>",
        "{\"product\":\"other\",\"version\":\"1\",\"apiVersion\":1,\"name\":\"x\","
            + "\"registration\":\"open\",\"empty\":false}",
        "{\"product\":\"charla\"}"
      })
  void k7WhatIsNoCharlaServerIsSaidToBeNone(String body) throws IOException {
    assertThat(info(http(200, body))).isInstanceOf(Problem.NotCharla.class);
  }

  @Test
  void k7ARedirectIsNotFollowed() throws IOException {
    String answer =
        "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n";

    assertThat(info(answer)).isInstanceOf(Problem.NotCharla.class);
  }

  @Test
  void k7AnAnswerWithoutEndIsCutOff() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n";
    byte[] flood = new byte[head.length() + (int) Http.ANSWER_BYTES_MAX + 1];
    System.arraycopy(
        head.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, flood, 0, head.length());

    try (TlsListener server = TlsListener.showing(certificate, flood)) {
      assertThat(info(server)).isInstanceOf(Problem.Unreachable.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Of another conversation.
        "[{\"id\":\"000000000000000000000001\",\"conversationId\":\"0000000000000000000000ff\","
            + "\"seq\":6,\"clientId\":\"00000000000000000000000000000001\","
            + "\"fromUser\":\"000000000000000000000002\",\"content\":\"x\",\"status\":\"sent\","
            + "\"createdAt\":\"2026-03-14T10:00:00Z\"}]",
        // Not the one after 5.
        "[{\"id\":\"000000000000000000000001\",\"conversationId\":\"0000000000000000000000c0\","
            + "\"seq\":8,\"clientId\":\"00000000000000000000000000000001\","
            + "\"fromUser\":\"000000000000000000000002\",\"content\":\"x\",\"status\":\"sent\","
            + "\"createdAt\":\"2026-03-14T10:00:00Z\"}]"
      })
  void k7APageThatIsNotWhatWasAskedForIsRefused(String messages) throws IOException {
    String body = "{\"messages\":" + messages + ",\"lastSeq\":6}";
    try (TlsListener server = TlsListener.showing(certificate, http(200, body));
        ServerClient client = trusted(server);
        Api api = client.as(new Token("t"), NO_THREADS, InstantSource.system()).api()) {
      assertThat(problem(() -> api.messagesAfter(ID, 5, 50))).isInstanceOf(Problem.NotCharla.class);
    }
  }

  @Test
  void aRefusalCarriesItsCodeAndTime() throws IOException {
    String body =
        "{\"error\":{\"code\":\"rate_limited\",\"message\":\"x\",\"retryAfterSeconds\":30}}";

    assertThat(info(http(429, body)))
        .isEqualTo(
            new Problem.Refused(ErrorCode.RATE_LIMITED, Optional.of(Duration.ofSeconds(30))));
  }

  @Test
  void d15ARefusalThatThisVersionDoesNotKnowIsStillARefusal() throws IOException {
    String body = "{\"error\":{\"code\":\"from_the_future\",\"message\":\"x\",\"more\":{}}}";

    assertThat(info(http(418, body)))
        .isEqualTo(new Problem.Refused(ErrorCode.UNKNOWN, Optional.empty()));
  }

  @Test
  void d15ANewerServerWithMoreFieldsIsUnderstood() throws IOException {
    String body =
        "{\"product\":\"charla\",\"version\":\"9\",\"apiVersion\":7,\"name\":\"x\","
            + "\"registration\":\"open\",\"empty\":false,\"more\":[1]}";
    try (TlsListener server = TlsListener.showing(certificate, http(200, body));
        ServerClient client = trusted(server)) {
      assertThat(Outcome.of(client::info)).isInstanceOf(Outcome.Success.class);
    }
  }

  @Test
  void nobodyListeningIsUnreachable() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (ServerClient client =
        new ServerClient(new charla.client.trust.ServerAddress("localhost", port), trust)) {
      assertThat(problem(client::info)).isInstanceOf(Problem.Unreachable.class);
    }
  }

  private Problem info(String answer) throws IOException {
    try (TlsListener server = TlsListener.showing(certificate, answer)) {
      return info(server);
    }
  }

  private Problem info(TlsListener server) {
    try (ServerClient client = trusted(server)) {
      return problem(client::info);
    }
  }

  private ServerClient trusted(TlsListener server) {
    trust.trust(server.address(), certificate.authority());
    return new ServerClient(server.address(), trust);
  }

  private static <T> Problem problem(Outcome.Attempt<T> attempt) {
    try {
      throw new AssertionError("it was believed: " + attempt.run());
    } catch (ProblemException e) {
      return e.problem();
    }
  }
}
