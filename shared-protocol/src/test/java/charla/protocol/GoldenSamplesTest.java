package charla.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files under {@code wire/v1} are what version 1 looks like on the wire. A released one is
 * never edited: it is what clients out there send and expect.
 */
class GoldenSamplesTest {
  private static final Path SAMPLES = Path.of("src/test/resources/wire/v1");
  private static final JsonMapper JSON = JsonMapper.shared();

  /** One file; what stands before a dash in its name is the type. */
  record Sample(Path file) {
    String typeName() {
      return file.getFileName().toString().replaceFirst("[-.].*", "");
    }

    WireType type() {
      return WireType.all().stream()
          .filter(t -> t.folder().equals(folder()) && t.name().equals(typeName()))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no type for " + this));
    }

    String text() {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String folder() {
      return SAMPLES.relativize(file).getName(0).toString();
    }

    @Override
    public String toString() {
      return SAMPLES.relativize(file).toString();
    }
  }

  static List<Sample> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files.filter(Files::isRegularFile).sorted().map(Sample::new).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsReadAndWrittenBackUnchanged(Sample sample) throws Exception {
    Object value = sample.type().read(sample.text());

    assertThat(JSON.readTree(Wire.write(value))).isEqualTo(JSON.readTree(sample.text()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void d15FieldsOfALaterVersionAreIgnoredAtEveryDepth(Sample sample) throws Exception {
    JsonNode later = JSON.readTree(sample.text());
    addUnknownFields(later);

    assertThat(sample.type().read(later.toString())).isEqualTo(sample.type().read(sample.text()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aFieldThatIsNullMayAsWellBeAbsent(Sample sample) throws Exception {
    JsonNode shorter = JSON.readTree(sample.text());
    removeNulls(shorter);

    assertThat(sample.type().read(shorter.toString())).isEqualTo(sample.type().read(sample.text()));
  }

  @Test
  void everyFrameAndBodyHasASample() throws IOException {
    Set<WireType> sampled = samples().stream().map(Sample::type).collect(Collectors.toSet());

    assertThat(sampled).containsExactlyInAnyOrderElementsOf(WireType.all());
  }

  private static void addUnknownFields(JsonNode node) {
    node.forEach(GoldenSamplesTest::addUnknownFields);
    if (node instanceof ObjectNode object) {
      object.putObject("ofALaterVersion").putArray("list").add(1).addNull();
    }
  }

  private static void removeNulls(JsonNode node) {
    switch (node) {
      case ObjectNode object -> object.removeIf(JsonNode::isNull);
      case ArrayNode array -> array.forEach(GoldenSamplesTest::removeNulls);
      default -> {}
    }
    node.forEach(GoldenSamplesTest::removeNulls);
  }
}
