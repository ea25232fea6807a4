package charla.server.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Postman collections run from an empty server, through newman, with real TLS. */
class PostmanTest {
  private static final Path COLLECTIONS = Path.of("postman").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void everyRouteAndRefusalAnswersAsDocumented() throws Exception {
    try (var server = RunningServer.in(folder.resolve("server"))) {
      run(server, "charla.postman_collection.json");
    }
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

      run(
          server,
          "charla-history.postman_collection.json",
          "ana=ana",
          "password=" + ChatClient.PASSWORD);
    }
  }

  private void run(RunningServer server, String collection, String... variables) throws Exception {
    Path newman = NodeModules.installed().resolve("newman/bin/newman.js");
    List<String> command = new ArrayList<>(List.of("node", newman.toString(), "run"));
    command.add(COLLECTIONS.resolve(collection).toString());
    command.addAll(List.of("-e", COLLECTIONS.resolve("local.postman_environment.json").toString()));
    command.addAll(List.of("--ssl-extra-ca-certs", server.authorityFile().toString()));
    command.addAll(List.of("--color", "off", "--disable-unicode"));
    command.addAll(List.of("--env-var", "baseUrl=" + server.address()));
    for (String variable : variables) {
      command.addAll(List.of("--env-var", variable));
    }
    Path output = folder.resolve("newman.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("newman ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(output, UTF_8)).isZero();
  }
}
