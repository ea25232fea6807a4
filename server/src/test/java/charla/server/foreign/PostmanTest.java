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

  @Test
  void callsAreListed() throws Exception {
    try (var server = RunningServer.in(folder.resolve("server"));
        var ana = ChatClient.connected(server.link(), "ana");
        var eva = ChatClient.start(server.link(), "eva")) {
      String evaId = eva.await("connected").at("/me/user/id").asString();
      ana.open("eva");
      call(ana, eva, evaId, "a".repeat(24), "acceptCall", "endCall");
      call(ana, eva, evaId, "b".repeat(24), "declineCall");

      OpenApi openApi = OpenApi.shipped();
      assertThat(
              new Newman(server, folder)
                  .run(
                      "charla-calls.postman_collection.json",
                      "ana=ana",
                      "password=" + ChatClient.PASSWORD))
          .allSatisfy(answer -> assertThat(openApi.flaws(answer)).isEmpty());
    }
  }

  /** Ana calls, Eva rings and does these things, and the call is over. */
  private static void call(
      ChatClient ana, ChatClient eva, String evaId, String callId, String... reactions)
      throws InterruptedException {
    ana.say(
        "{\"type\":\"startCall\",\"callId\":\"%s\",\"toUser\":\"%s\"}".formatted(callId, evaId));
    eva.await("call", frame -> frame.at("/call/id").asString().equals(callId));
    for (String reaction : reactions) {
      eva.say(
          "{\"type\":\"%s\",\"callId\":\"%s\",\"reason\":\"completed\"}"
              .formatted(reaction, callId));
    }
    eva.await("message", message -> message.at("/call/callId").asString().equals(callId));
  }

  private static Set<String> asked(OpenApi openApi, List<Answer> answers) {
    return answers.stream()
        .map(openApi::operation)
        .flatMap(Optional::stream)
        .map((JsonNode operation) -> operation.path("operationId").asString())
        .collect(toSet());
  }
}
