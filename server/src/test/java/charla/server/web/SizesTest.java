package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies at and beyond their limits, and such that lie about their length. */
class SizesTest extends ServerCase {
  private static final String SIGN_IN =
      "{\"username\":\"nobody\",\"password\":\"wrong password\",\"device\":\"test\"}";

  @ParameterizedTest(name = "I1: a body of the largest size and {0} bytes")
  @ValueSource(ints = {-1, 0})
  void i1ABodyUpToTheLimitIsRead(int more) {
    var answer = server().client().post("/sessions", padded(Limits.REST_BODY_BYTES + more));

    assertThat(answer.code()).isEqualTo(ErrorCode.WRONG_CREDENTIALS);
  }

  @Test
  void i1OneByteMoreIsRefused() {
    var answer = server().client().post("/sessions", padded(Limits.REST_BODY_BYTES + 1));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo(ErrorCode.TOO_LARGE);
  }

  @Test
  void i1AChunkedBodyIsMeasuredAsItComes() {
    assertThat(chunked(Limits.REST_BODY_BYTES).code()).isEqualTo(ErrorCode.WRONG_CREDENTIALS);
    assertThat(chunked(Limits.REST_BODY_BYTES + 1).code()).isEqualTo(ErrorCode.TOO_LARGE);
  }

  @Test
  void i1AnAnnouncedLengthBeyondTheLimitIsRefusedBeforeTheBodyComes() throws Exception {
    RawPeer peer = peer();

    peer.send(head("Content-Length: 99999999999"));

    assertThat(peer.answer().code()).isEqualTo(ErrorCode.TOO_LARGE);
  }

  @Test
  void i1ABodyShorterThanAnnouncedIsRefused() throws Exception {
    RawPeer peer = peer();

    peer.send(head("Content-Length: " + (SIGN_IN.length() + 1)) + SIGN_IN);
    peer.endSending();

    assertThat(peer.answer().status()).isEqualTo(400);
  }

  @Test
  void i1WhatFollowsABodyLongerThanAnnouncedIsNoRequest() throws Exception {
    RawPeer peer = peer();

    peer.send(head("Content-Length: " + (SIGN_IN.length() - 1)) + SIGN_IN + "\r\n\r\n");

    assertThat(peer.answer().code()).isEqualTo(ErrorCode.INVALID_JSON);
    peer.assertCut();
  }

  @ParameterizedTest(name = "I1: {0} is refused")
  @ValueSource(
      strings = {
        "Content-Length: -1",
        "Content-Length: 1e3",
        "Content-Length: 99999999999999999999",
        "Content-Length: 3\r\nContent-Length: 5",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, identity"
      })
  void i1LengthsThatCannotBeAreRefusedInOurShape(String header) throws Exception {
    RawPeer peer = peer();

    peer.send(head(header));

    RawPeer.Answer answer = peer.answer();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @ParameterizedTest(name = "{0} is no JSON body")
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void aBodyOfAnotherTypeIsRefused(String type) {
    var client = server().client();

    var answer =
        client.send(
            client
                .request("/sessions")
                .setHeader("Content-Type", type)
                .POST(BodyPublishers.ofString(SIGN_IN)));

    assertThat(answer.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
  }

  private TestClient.Answer chunked(int bytes) {
    byte[] body = padded(bytes).getBytes(StandardCharsets.UTF_8);
    InputStream in = new java.io.ByteArrayInputStream(body);
    return server().client().ask("POST", "/sessions", BodyPublishers.ofInputStream(() -> in));
  }

  private static String padded(int bytes) {
    return SIGN_IN + " ".repeat(bytes - SIGN_IN.length());
  }

  private static String head(String lengths) {
    return "POST /api/v1/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + lengths
        + "\r\n\r\n";
  }
}
