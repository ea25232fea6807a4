package charla.server.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The folder of what is written for Node, with its packages installed as its lock says. */
final class NodeModules {
  /** Found from the folder of every module: the tests of others use it too. */
  static final Path FOLDER = Path.of("../server/src/test/node").toAbsolutePath().normalize();

  private static final int MINUTES = 5;

  private NodeModules() {}

  /** Installs the packages when they are not there. */
  static synchronized Path installed() throws IOException, InterruptedException {
    Path modules = FOLDER.resolve("node_modules");
    // Written by npm as its last step, so an interrupted installation is begun anew.
    if (!Files.exists(modules.resolve(".package-lock.json"))) {
      run("npm", "ci", "--no-progress", "--loglevel=error");
    }
    return modules;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("npm", ".log");
    Process process = start(List.of(command), said);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("`npm ci` in " + FOLDER + " took over " + MINUTES + " minutes");
    }
    if (process.exitValue() != 0) {
      throw new AssertionError("`npm ci` in " + FOLDER + " failed: " + Files.readString(said));
    }
    Files.delete(said);
  }

  private static Process start(List<String> command, Path said) {
    try {
      // Nothing is inherited: Node would switch the pipe by which Maven drives these tests to
      // non-blocking, which ends them.
      return new ProcessBuilder(command)
          .directory(FOLDER.toFile())
          .redirectErrorStream(true)
          .redirectOutput(said.toFile())
          .start();
    } catch (IOException e) {
      throw new AssertionError(
          "these tests run clients of other makes and need Node 18 with npm on the path", e);
    }
  }
}
