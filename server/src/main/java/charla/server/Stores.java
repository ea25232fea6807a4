package charla.server;

import charla.server.account.AccountServices;
import charla.server.live.Connections;
import charla.server.mongo.MongoStore;
import charla.server.sqlite.SqliteStore;
import charla.server.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Which store the options ask for, and the services over it. */
final class Stores {
  private Stores() {}

  /**
   * @throws charla.server.store.CannotOpenStore with a sentence for people
   */
  static Store open(ServerConfig config, Path folder, Clock clock) {
    return config
        .mongodb()
        .<Store>map(uri -> MongoStore.open(uri, clock))
        .orElseGet(() -> SqliteStore.open(folder.resolve("charla.db"), clock));
  }

  static AccountServices accounts(
      Store store, Connections connections, ServerConfig config, int hashingCost, Clock clock) {
    return AccountServices.of(
        new AccountServices.Ports(
            store.accounts(), store.sessions(), store.signInFailures(), store.invites()),
        connections,
        new AccountServices.Settings(
            config.registration(), hashingCost, clock, new SecureRandom()));
  }
}
