package charla.server.foreign;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client that {@code docs/protocol.md} builds step by step is a whole one. */
class TutorialTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```js\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir Path folder;

  @Test
  void itHasAHundredLines() throws IOException {
    assertThat(program().lines()).hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void itTalksWithAClientOfAnotherMake() throws Exception {
    try (var server = RunningServer.in(folder.resolve("server"));
        var eva = ChatClient.connected(server.link(), "eva");
        var ana = tutorial(server)) {
      ana.type("Hello!");
      var message = eva.await("message");
      assertThat(message.path("content").asString()).isEqualTo("Hello!");

      eva.send(message.path("conversationId").asString(), "Hello yourself.");
      assertThat(ana.awaitLine(line -> line.startsWith("eva"))).isEqualTo("eva: Hello yourself.");
      eva.await("receipt", receipt -> receipt.path("read").asLong() == 2);
    }
  }

  private NodeProcess tutorial(RunningServer server) throws Exception {
    Path script = folder.resolve("client.mjs");
    Files.writeString(script, program());
    Files.createSymbolicLink(folder.resolve("node_modules"), NodeModules.installed());
    return NodeProcess.start(
        script,
        server.address(),
        server.authorityFile().toString(),
        "ana",
        ChatClient.PASSWORD,
        "eva");
  }

  private static String program() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("../docs/protocol.md")))
        .results()
        .map(block -> block.group(1))
        .collect(joining());
  }
}
