package charla.client.session;

import charla.client.trust.ServerAddress;
import charla.protocol.Fingerprint;
import charla.protocol.InviteLink;
import charla.server.CharlaServer;
import charla.server.ServerConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A real server with an authority of its own, on this machine. */
public final class TestServer implements AutoCloseable {
  private static final int CHEAP_HASHES = 4;

  private final CharlaServer server;

  private TestServer(CharlaServer server) {
    this.server = server;
  }

  public static TestServer in(Path folder) {
    return in(folder, 0);
  }

  public static TestServer in(Path folder, int port) {
    return new TestServer(
        CharlaServer.start(
            ServerConfig.parse(
                Map.of(),
                "--data-dir",
                folder.toString(),
                "--listen",
                "127.0.0.1",
                "--port",
                Integer.toString(port)),
            CHEAP_HASHES));
  }

  public ServerAddress address() {
    return new ServerAddress("localhost", server.port());
  }

  public Fingerprint authority() {
    return server.authority().orElseThrow();
  }

  /** What somebody would send a friend: the address and whom to trust there. */
  public String inviteLink() {
    return new InviteLink("localhost", server.port(), Optional.of(authority()), Optional.empty())
        .toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
