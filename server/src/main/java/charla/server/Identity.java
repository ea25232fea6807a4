package charla.server;

import charla.server.tls.Certificates;
import charla.server.tls.HostNames;
import charla.server.web.Listen;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** What the server shows to who connects: certificates of its own, given ones, or nothing. */
sealed interface Identity {
  /** Certificates that Charla made and renews. */
  record Own(Certificates certificates, List<String> protocols) implements Identity {}

  /** Certificates from elsewhere. */
  record Given(Certificates.Supplied supplied, List<String> protocols) implements Identity {}

  /** Plain HTTP, on loopback only. */
  record Plain() implements Identity {}

  /**
   * @throws CannotStart with a sentence for people
   */
  static Identity of(ServerConfig config, Path folder, Clock clock) {
    if (config.plainHttp()) {
      return new Plain();
    }
    List<String> protocols = config.tls12() ? List.of("TLSv1.3", "TLSv1.2") : List.of("TLSv1.3");
    try {
      var given = config.certificate();
      if (given.isPresent()) {
        return new Given(
            Certificates.given(given.get().certificate(), given.get().key()), protocols);
      }
      return new Own(
          Certificates.own(folder, HostNames.own(), clock, () -> HostNames.of(config.names())),
          protocols);
    } catch (IOException e) {
      throw new CannotStart(String.valueOf(e.getMessage()));
    }
  }

  default Optional<Listen.Tls> tls() {
    return switch (this) {
      case Own(var certificates, var protocols) ->
          Optional.of(new Listen.Tls(certificates.tls(), protocols));
      case Given(var supplied, var protocols) ->
          Optional.of(new Listen.Tls(supplied.tls(), protocols));
      case Plain() -> Optional.empty();
    };
  }

  /** The authority that a client has to be told of. */
  default Optional<X509Certificate> authority() {
    return this instanceof Own(var certificates, var _)
        ? Optional.of(certificates.authority())
        : Optional.empty();
  }

  /** What to show from now on, when the old certificate was about to end. */
  default Optional<SSLContext> renewWhenDue() throws IOException {
    return this instanceof Own(var certificates, var _) && certificates.renewWhenDue()
        ? Optional.of(certificates.tls())
        : Optional.empty();
  }
}
