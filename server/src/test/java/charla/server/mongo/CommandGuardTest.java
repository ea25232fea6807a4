package charla.server.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guard sees what it is there for. */
class CommandGuardTest {
  private static final String ALLOWED = "{find: 'c', filter: {a: {$gt: 1}}, sort: {a: 1}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{dbStats: 1} | command dbStats",
        "{find: 'c', filter: {a: {$regex: 'x'}}} | $regex in find",
        "{find: 'c', filter: {$or: [{a: 1}, {$where: 'x'}]}} | $where in find",
        "{find: 'c', filter: {}, collation: {locale: 'en'}} | collation in find",
        "{delete: 'c', deletes: [{q: {a: {$nin: [1]}}, limit: 1}]} | $nin in delete",
        "{update: 'c', updates: [{q: {}, u: {$bit: {a: {and: 1}}}}]} | $bit in update",
        "{update: 'c', updates: [{q: {}, u: [{$set: {a: 1}}]}]} | update with a pipeline",
        "{aggregate: 'c', pipeline: [{$unionWith: 'd'}], cursor: {}} | $unionWith in aggregate"
      })
  void whatIsNotAllowedIsNamed(String command, String violation) {
    assertThat(violationsOf(command)).containsExactly(violation);
    assertThat(violationsOf(ALLOWED)).isEmpty();
  }

  private static Iterable<String> violationsOf(String command) {
    CommandGuard guard = new CommandGuard();
    try (Emulation emulation = new Emulation();
        MongoClient client = MongoClients.create(watched(emulation, guard))) {
      client.getDatabase("charla").runCommand(Document.parse(command));
    } catch (MongoCommandException refusedByTheEmulation) {
      assertThat(refusedByTheEmulation.getErrorCode()).isNotZero();
    }
    return guard.violations();
  }

  private static MongoClientSettings watched(Emulation emulation, CommandGuard guard) {
    return MongoClientSettings.builder(MongoAddress.parse(emulation.uri()).settings())
        .addCommandListener(guard)
        .build();
  }
}
