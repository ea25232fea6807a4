package charla.server.foreign;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import charla.server.foreign.Newman.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Postman collections run from an empty server, through newman, with real TLS. */
class PostmanTest {
  @TempDir Path folder;

  /** The collection asserts what each request answers; here it is compared with the papers. */
  @Test
  void everyRouteAndRefusalAnswersAsDocumented() throws Exception {
    OpenApi openApi = OpenApi.shipped();
    List<Answer> answers;
    try (var server = RunningServer.in(folder.resolve("server"))) {
      answers = new Newman(server, folder).run("charla.postman_collection.json");
    }

    assertThat(answers).allSatisfy(answer -> assertThat(openApi.flaws(answer)).isEmpty());
    assertThat(asked(openApi, answers)).isEqualTo(openApi.restOperations());
  }

  @Test
  void historyIsReadInPages() throws Exception {
    try (var server = RunningServer.in(folder.resolve("server"));
        var ana = ChatClient.connected(server.link(), "ana");
        var eva = ChatClient.connected(server.link(), "eva")) {
      String conversation = ana.open("eva");
      for (String text : List.of("Did the parcel arrive?", "Ana?", "¡Hasta mañana! 🎉")) {
        ana.send(conversation, text);
      }
      eva.await("message", message -> message.path("seq").asLong() == 3);

      OpenApi openApi = OpenApi.shipped();
      assertThat(
              new Newman(server, folder)
                  .run(
                      "charla-history.postman_collection.json",
                      "ana=ana",
                      "password=" + ChatClient.PASSWORD))
          .allSatisfy(answer -> assertThat(openApi.flaws(answer)).isEmpty());
    }
  }

  private static Set<String> asked(OpenApi openApi, List<Answer> answers) {
    return answers.stream()
        .map(openApi::operation)
        .flatMap(Optional::stream)
        .map((JsonNode operation) -> operation.path("operationId").asString())
        .collect(toSet());
  }
}
