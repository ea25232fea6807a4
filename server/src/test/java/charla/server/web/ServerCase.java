package charla.server.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test's own server, which must still do its work when the test is over. */
abstract class ServerCase {
  @TempDir private Path folder;
  private final List<RawPeer> peers = new ArrayList<>();
  private TestServer server;

  @BeforeEach
  void startServer() {
    server = start(folder);
  }

  @AfterEach
  void stopServer() {
    peers.forEach(RawPeer::close);
    server.assertWell();
    server.close();
  }

  TestServer start(Path folder) {
    return TestServer.start(folder);
  }

  final TestServer server() {
    return server;
  }

  final RawPeer peer() throws IOException {
    RawPeer peer = new RawPeer(server.port());
    peers.add(peer);
    return peer;
  }
}
