package charla.server;

import charla.server.store.CannotOpenStore;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;

/** What made the start fail, as a sentence where a person can do something about it. */
final class Failures {
  private Failures() {}

  static RuntimeException sentence(RuntimeException failure, ServerConfig config) {
    if (failure instanceof CannotOpenStore) {
      return new CannotStart(String.valueOf(failure.getMessage()));
    }
    Optional<String> notBound =
        Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
            .filter(BindException.class::isInstance)
            .findFirst()
            .map(cause -> String.valueOf(cause.getMessage()));
    if (notBound.filter(why -> why.contains("Permission denied")).isPresent()) {
      return cannotUse(config, "the system gives ports below 1024 only to some.");
    }
    if (notBound.isPresent()
        || String.valueOf(failure.getMessage()).contains("Port already in use")) {
      return cannotUse(config, "another program has it, or the address is not this machine's.");
    }
    return failure;
  }

  private static CannotStart cannotUse(ServerConfig config, String why) {
    return new CannotStart(
        "Port "
            + config.port()
            + " on "
            + config.listen()
            + " cannot be used: "
            + why
            + " Choose another with --port or --listen.");
  }
}
