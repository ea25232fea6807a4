package charla.server.foreign;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Limits;
import charla.server.web.Access;
import charla.server.web.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Every endpoint of the server stands in the papers as it is, and nothing else does. */
class EndpointsTest {
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `([A-Z]+) (/\\S*)` \\| ([^|]*) \\| ([^|]*) \\| (\\d{3})", Pattern.MULTILINE);

  /** One route as some paper tells it. */
  record Route(String method, String path, Access access, int status) {
    static Route of(Endpoint endpoint) {
      return new Route(endpoint.method(), endpoint.path(), endpoint.access(), endpoint.status());
    }

    static Route of(MatchResult row) {
      String remarks = row.group(3) + row.group(4);
      Access access =
          remarks.contains("*open*")
              ? Access.ANYBODY
              : remarks.contains("*administrators*") ? Access.ADMINISTRATOR : Access.SIGNED_IN;
      return new Route(
          row.group(1), Limits.API + row.group(2), access, Integer.parseInt(row.group(5)));
    }
  }

  private final JsonNode paths = OpenApi.shipped().document().path("paths");

  EndpointsTest() throws IOException {}

  @Test
  void theDocumentTellsOfEachAndOfNoOther() throws IOException {
    String document = Files.readString(Path.of("../docs/protocol.md"));

    assertThat(ROW.matcher(document).results().map(Route::of))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Endpoint.values()).map(Route::of).toList());
  }

  @Test
  void openApiTellsOfEachAndOfNoOther() {
    Set<String> served =
        Stream.concat(
                Arrays.stream(Endpoint.values()).map(e -> e.method() + " " + e.path()),
                Stream.of("GET " + Limits.LIVE_PATH))
            .collect(toSet());
    Set<String> told =
        paths
            .propertyStream()
            .flatMap(path ->
                path.getValue().propertyNames().stream()
                    .map(m -> m.toUpperCase(Locale.ROOT) + " " + Limits.API + path.getKey()))
            .collect(toSet());

    assertThat(told).isEqualTo(served);
  }

  @ParameterizedTest
  @EnumSource
  void openApiTellsItsGoodStatusAndWhoMayAsk(Endpoint endpoint) {
    JsonNode operation =
        paths
            .path(endpoint.path().substring(Limits.API.length()))
            .path(endpoint.method().toLowerCase(Locale.ROOT));
    JsonNode responses = operation.path("responses");

    assertThat(responses.has(Integer.toString(endpoint.status()))).isTrue();
    assertThat(operation.has("security")).isEqualTo(endpoint.access() == Access.ANYBODY);
    if (endpoint.access() == Access.ADMINISTRATOR) {
      assertThat(responses.at("/403/description").asString()).contains("not_allowed");
    }
  }
}
