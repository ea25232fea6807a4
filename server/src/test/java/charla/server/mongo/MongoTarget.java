package charla.server.mongo;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server to test against: always the emulation, and a real MongoDB when one is named. */
record MongoTarget(String name, String uri, @Nullable Emulation emulation)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MongoTarget.class);
  private static final String REAL = "CHARLA_TEST_MONGODB_URI";

  static Stream<MongoTarget> all() {
    Emulation emulation = new Emulation();
    MongoTarget emulated = new MongoTarget("emulation", emulation.uri(), emulation);
    String real = System.getenv(REAL);
    if (real == null) {
      LOG.warn(
          "Not tested against a real MongoDB, only against the emulation: {} is not set", REAL);
      return Stream.of(emulated);
    }
    return Stream.of(emulated, new MongoTarget("real MongoDB", real, null));
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void close() {
    if (emulation != null) {
      emulation.close();
    }
  }
}
