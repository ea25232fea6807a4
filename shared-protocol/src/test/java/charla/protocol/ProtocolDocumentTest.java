package charla.protocol;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docs/protocol.md} shows and claims is what the code reads, writes and checks. */
class ProtocolDocumentTest {
  private static final String DOCUMENT = read(Path.of("../docs/protocol.md"));
  private static final Pattern EXAMPLE =
      Pattern.compile("^```json (\\S+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A fenced block and the type that it is marked with. */
  record Example(String typeName, String json) {
    WireType type() {
      return WireType.all().stream()
          .filter(t -> t.documentName().equals(typeName))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no type is called " + typeName));
    }
  }

  static List<Example> examples() {
    return EXAMPLE
        .matcher(DOCUMENT)
        .results()
        .map(m -> new Example(m.group(1), m.group(2)))
        .toList();
  }

  /** Written back it has the same fields, so the example has no misspelt one. */
  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsOfTheTypeItIsMarkedWith(Example example) throws Exception {
    JsonNode written = JSON.readTree(Wire.write(example.type().read(example.json())));

    assertThat(JSON.readTree(example.json())).isEqualTo(written);
  }

  @Test
  void everyFrameAndBodyHasAnExample() {
    assertThat(examples().stream().map(Example::type).collect(toSet()))
        .containsExactlyInAnyOrderElementsOf(WireType.all());
  }

  @Test
  void noJsonExampleIsWithoutAType() {
    assertThat(DOCUMENT.lines().filter(line -> line.startsWith("```json")))
        .hasSameSizeAs(examples());
  }

  @Test
  void everyErrorCodeStandsWithItsStatusAndRetry() {
    Map<String, String> documented =
        rows("`([a-z_]+)` \\| (\\d{3}) \\| (yes|no)")
            .collect(toMap(m -> m.group(1), m -> m.group(2) + " " + m.group(3)));

    assertThat(documented)
        .isEqualTo(
            Arrays.stream(ErrorCode.values())
                .filter(code -> code != ErrorCode.UNKNOWN)
                .collect(
                    toMap(
                        ErrorCode::wireName,
                        c -> c.httpStatus() + (c.retryable() ? " yes" : " no"))));
  }

  @Test
  void theLimitsAreThoseOfTheCode() {
    assertThat(documented("`([A-Z_]+)` \\| (\\S+)", 1, 2)).isEqualTo(constants(Limits.class));
  }

  @Test
  void theCloseCodesAreThoseOfTheCode() {
    assertThat(documented("(\\d{4}) \\| `([A-Z_]+)`", 2, 1)).isEqualTo(constants(CloseCode.class));
  }

  @Test
  void theSixWordsAreThoseOfTheCode() {
    assertThat(rows("`([0-9a-f]{64})` \\| ([a-z ]+)"))
        .hasSize(2)
        .allSatisfy(m ->
            assertThat(new Fingerprint(m.group(1)).words()).containsExactly(m.group(2).split(" ")));
  }

  @Test
  void theInviteLinksAreLinksThatTheCodeWouldWrite() {
    assertThat(
            Pattern.compile("^- `(charla://.*)`$", Pattern.MULTILINE).matcher(DOCUMENT).results())
        .hasSize(3)
        .allSatisfy(m ->
            assertThat(InviteLink.parse(m.group(1)).map(InviteLink::toString))
                .contains(m.group(1)));
  }

  private static Map<String, String> documented(String row, int name, int value) {
    return rows(row).collect(toMap(m -> m.group(name), m -> m.group(value)));
  }

  private static Stream<MatchResult> rows(String columns) {
    return Pattern.compile("^\\| " + columns + " \\|", Pattern.MULTILINE)
        .matcher(DOCUMENT)
        .results();
  }

  private static Map<String, String> constants(Class<?> holder) {
    return Arrays.stream(holder.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .collect(toMap(Field::getName, ProtocolDocumentTest::value));
  }

  private static String value(Field constant) {
    try {
      return constant.get(null) instanceof Duration duration
          ? Long.toString(duration.toSeconds())
          : String.valueOf(constant.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
