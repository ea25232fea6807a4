package charla.client.call.webrtc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The programs of PulseAudio, which PipeWire answers too. webrtc-java cannot choose among Pulse's
 * devices, since the library knows no ids for them there, and waits for ever where no server runs.
 */
final class Pactl {
  private static final Logger LOG = LoggerFactory.getLogger(Pactl.class);
  private static final long ANSWER_SECONDS = 2;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Pactl() {}

  /** Empty when the program or the server is missing, or does not answer in time. */
  static Optional<JsonNode> ask(String... question) {
    List<String> command = new ArrayList<>(List.of("pactl", "-f", "json"));
    command.addAll(List.of(question));
    try {
      return run(command).map(JSON::readTree);
    } catch (JacksonException e) {
      LOG.warn("pactl answers something else", e);
      return Optional.empty();
    }
  }

  static void tell(String... order) {
    List<String> command = new ArrayList<>(List.of("pactl"));
    command.addAll(List.of(order));
    if (run(command).isEmpty()) {
      LOG.debug("pactl did not do {}", command);
    }
  }

  /** A program that goes on until it is destroyed; its words are English everywhere. */
  static Process start(List<String> command, ProcessBuilder.Redirect input) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(input)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private static Optional<String> run(List<String> command) {
    try {
      Process process = start(command, ProcessBuilder.Redirect.PIPE);
      // Whoever hangs is ended, which ends the reading too.
      process
          .onExit()
          .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
          .exceptionally(late -> end(process));
      String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Process end(Process process) {
    process.destroyForcibly();
    return process;
  }
}
