package charla.server.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;

/** A MongoDB emulation in this process, spoken to over TCP like any other server. */
final class Emulation implements AutoCloseable {
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final InetSocketAddress address = server.bind();

  int port() {
    return address.getPort();
  }

  String uri() {
    return "mongodb://localhost:" + port();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
