package charla.server;

import charla.server.store.CannotOpenStore;
import java.net.BindException;
import java.util.stream.Stream;

/** What made the start fail, as a sentence where a person can do something about it. */
final class Failures {
  private Failures() {}

  static RuntimeException sentence(RuntimeException failure, ServerConfig config) {
    if (failure instanceof CannotOpenStore) {
      return new CannotStart(String.valueOf(failure.getMessage()));
    }
    boolean portTaken =
        Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
            .anyMatch(BindException.class::isInstance);
    if (portTaken || String.valueOf(failure.getMessage()).contains("Port already in use")) {
      return new CannotStart(
          "Port "
              + config.port()
              + " on "
              + config.listen()
              + " cannot be used: another program has it, or the address is not this machine's."
              + " Choose another with --port or --listen.");
    }
    return failure;
  }
}
