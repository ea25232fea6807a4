package charla.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
  private static final String ID = "0123456789abcdef01234567";
  private static final String CLIENT_ID = "0123456789abcdef0123456789abcdef";

  @Test
  void aFrameIsToldApartByItsType() throws Exception {
    var frame =
        Wire.read(
            """
            {"type":"sendMessage","clientId":"%s","conversationId":"%s","content":"hi","later":1}
            """
                .formatted(CLIENT_ID, ID),
            ClientFrame.class);

    assertThat(frame)
        .isEqualTo(
            new ClientFrame.SendMessage(new ClientId(CLIENT_ID), new ConversationId(ID), "hi"));
  }

  @Test
  void anUnknownTypeIsUnknownAndNoError() throws Exception {
    assertThat(Wire.read("{\"type\":\"wave\",\"x\":[1]}", ServerFrame.class))
        .isEqualTo(new ServerFrame.Unknown());
  }

  @Test
  void timesAreWrittenAsIsoText() {
    var json =
        Wire.write(
            new ServerFrame.Presence(new UserId(ID), false, Instant.parse("2026-01-02T03:04:05Z")));

    assertThat(json)
        .isEqualTo(
            "{\"type\":\"presence\",\"userId\":\""
                + ID
                + "\",\"online\":false,\"lastSeen\":\"2026-01-02T03:04:05Z\"}");
  }

  @ParameterizedTest(name = "I2: {0} is refused")
  @ValueSource(
      strings = {
        "{\"type\":\"delivered\",\"conversationId\":\"0123456789abcdef01234567\",\"seq\":1e999999999}",
        "{\"type\":\"delivered\",\"conversationId\":\"0123456789abcdef01234567\",\"seq\":1.0}",
        "{\"type\":\"delivered\",\"conversationId\":\"0123456789abcdef01234567\",\"seq\":\"1\"}",
        "{\"type\":\"delivered\",\"conversationId\":\"0123456789abcdef01234567\",\"seq\":NaN}",
        "{\"type\":\"delivered\",\"conversationId\":\"0123456789abcdef01234567\",\"seq\":null}",
        "{\"type\":\"delivered\",\"conversationId\":\"0123456789abcdef01234567\",\"seq\":1,\"seq\":2}",
        "{\"type\":\"delivered\",\"conversationId\":{\"$ne\":null},\"seq\":1}",
        "{\"type\":\"delivered\",\"conversationId\":\"0123456789ABCDEF01234567\",\"seq\":1}",
        "{\"type\":\"ping\"} {}",
        "\uFEFF{\"type\":\"ping\"}",
        "{\"type\":\"ping\"",
        "null",
        "[]",
        "",
      })
  void oddJsonIsRefused(String json) {
    assertThatThrownBy(() -> Wire.read(json, ClientFrame.class))
        .isInstanceOf(Wire.MalformedException.class);
    assertThatThrownBy(() -> Wire.read(json.getBytes(StandardCharsets.UTF_8), ClientFrame.class))
        .isInstanceOf(Wire.MalformedException.class);
  }

  @Test
  void deepNestingIsRefusedWithoutAStackOverflow() {
    var json = "{\"type\":\"ping\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThatThrownBy(() -> Wire.read(json, ClientFrame.class))
        .isInstanceOf(Wire.MalformedException.class);
  }

  @Test
  void aNumberOrABooleanIsNoText() {
    assertThatThrownBy(() ->
            Wire.read(
                "{\"username\":\"ana\",\"password\":1234567890123,\"device\":\"x\"}",
                Bodies.SignIn.class))
        .isInstanceOf(Wire.MalformedException.class);
  }
}
