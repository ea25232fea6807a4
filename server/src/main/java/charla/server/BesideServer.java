package charla.server;

import charla.protocol.Fingerprint;
import charla.protocol.InviteLink;
import charla.server.account.AccountServices;
import charla.server.live.Connections;
import charla.server.store.Store;
import charla.server.tls.Certificates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the command line does with a server's data while that server may be running: both stores
 * allow a second process.
 *
 * @param folder the data folder
 */
record BesideServer(ServerConfig config, Path folder) {

  <T> T ask(Function<AccountServices, T> question) {
    Clock clock = Clock.systemUTC();
    try (Store store = Stores.open(config, folder, clock)) {
      Connections nobody =
          new Connections(Connections.Caps.DEFAULT, Runnable::run, System::nanoTime);
      return question.apply(
          Stores.accounts(store, nobody, config, AccountServices.Settings.HASHING_COST, clock));
    }
  }

  void tell(Consumer<AccountServices> order) {
    ask(accounts -> {
      order.accept(accounts);
      return accounts;
    });
  }

  void beginEpoch() {
    try (Store store = Stores.open(config, folder, Clock.systemUTC())) {
      store.beginEpoch();
    }
  }

  InviteLink link(String code) {
    return new InviteLink(config.host(), config.port(), authority(), Optional.of(code));
  }

  /** The server's own; empty where it has none. */
  Optional<Fingerprint> authority() {
    return Identity.of(config, folder, Clock.systemUTC()).authority().map(Fingerprint::of);
  }

  /**
   * The first one of a PEM file.
   *
   * @throws CannotStart with a sentence for people
   */
  static Fingerprint authority(Path file) {
    try {
      return Fingerprint.of(Certificates.first(file));
    } catch (IOException e) {
      throw new CannotStart(String.valueOf(e.getMessage()));
    }
  }
}
