package charla.server.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs Postman collections against a server.
 *
 * @param folder for what newman writes
 */
record Newman(RunningServer server, Path folder) {
  private static final Path COLLECTIONS = Path.of("postman").toAbsolutePath();
  private static final int MINUTES = 3;

  /** What was asked and what came back. */
  record Answer(String method, String path, int status, String body) {
    @Override
    public String toString() {
      return method + " " + path + " " + status + " " + body;
    }
  }

  /**
   * Every answer of a run in which each assertion of the collection held.
   *
   * @param variables {@code name=value} for the collection
   */
  List<Answer> run(String collection, String... variables) throws Exception {
    Path said = folder.resolve("newman.txt");
    Path answers = folder.resolve("newman.json");
    List<String> command = command(COLLECTIONS.resolve(collection), answers);
    for (String variable : variables) {
      command.addAll(List.of("--env-var", variable));
    }
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("newman ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    return answersIn(answers);
  }

  private List<String> command(Path collection, Path answers) throws Exception {
    Path newman = NodeModules.installed().resolve("newman/bin/newman.js");
    List<String> command = new ArrayList<>(List.of("node", newman.toString(), "run"));
    command.add(collection.toString());
    command.addAll(List.of("-e", COLLECTIONS.resolve("local.postman_environment.json").toString()));
    command.addAll(List.of("--env-var", "baseUrl=" + server.address()));
    command.addAll(List.of("--ssl-extra-ca-certs", server.authorityFile().toString()));
    command.addAll(List.of("--color", "off", "--disable-unicode", "--reporters", "cli,json"));
    command.addAll(List.of("--reporter-json-export", answers.toString()));
    return command;
  }

  private static List<Answer> answersIn(Path export) throws IOException {
    return JsonMapper.shared()
        .readTree(export)
        .at("/run/executions")
        .valueStream()
        .map(Newman::answer)
        .toList();
  }

  private static Answer answer(JsonNode execution) {
    List<String> path =
        execution.at("/request/url/path").valueStream().map(JsonNode::asString).toList();
    return new Answer(
        execution.at("/request/method").asString(),
        "/" + String.join("/", path),
        execution.at("/response/code").asInt(),
        text(execution.at("/response/stream/data")));
  }

  /** Newman writes a body as a list of its bytes. */
  private static String text(JsonNode bytes) {
    byte[] body = new byte[bytes.size()];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) bytes.get(i).asInt();
    }
    return new String(body, UTF_8);
  }
}
