package charla.server.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.bson.types.ObjectId;

/** One test's own database on a server; watched while it is used, and dropped after it. */
final class TestDatabase implements AutoCloseable {
  private final CommandGuard guard = new CommandGuard();
  private final MongoAddress address;
  private final MongoClient client;

  TestDatabase(String uri) {
    MongoAddress server = MongoAddress.parse(uri);
    MongoClientSettings watched =
        MongoClientSettings.builder(server.settings()).addCommandListener(guard).build();
    this.address =
        new MongoAddress(server.hosts(), "charla-test-" + new ObjectId().toHexString(), watched);
    this.client = MongoClients.create(server.settings());
  }

  MongoStore open(Clock clock) {
    return MongoStore.open(address, clock);
  }

  /** What is really in it. */
  MongoDatabase raw() {
    return client.getDatabase(address.database());
  }

  @Override
  public void close() {
    raw().drop();
    client.close();
    assertThat(guard.violations()).isEmpty();
  }
}
