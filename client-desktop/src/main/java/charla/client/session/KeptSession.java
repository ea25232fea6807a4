package charla.client.session;

import charla.client.trust.PrivateFiles;
import charla.client.trust.ServerAddress;
import charla.protocol.Bodies;
import charla.protocol.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who stays signed in where, without the token. */
record KeptSession(String host, int port, Bodies.Me me, TokenPlace place) {
  private static final Logger LOG = LoggerFactory.getLogger(KeptSession.class);

  KeptSession {
    Objects.requireNonNull(host);
    Objects.requireNonNull(me);
    Objects.requireNonNull(place);
  }

  /** Empty when there is none, or none that can be read. */
  static Optional<KeptSession> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Wire.read(Files.readAllBytes(file), KeptSession.class));
    } catch (IOException | Wire.MalformedException e) {
      LOG.warn("the kept session cannot be read", e);
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    PrivateFiles.write(file, Wire.write(this).getBytes(StandardCharsets.UTF_8));
  }

  ServerAddress address() {
    return new ServerAddress(host, port);
  }

  /** What the token is found by. */
  static String account(ServerAddress address, Bodies.Me me) {
    return me.user().id() + "@" + address.host() + ":" + address.port();
  }
}
