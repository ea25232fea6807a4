package charla.server.foreign;

import charla.protocol.Fingerprint;
import charla.protocol.InviteLink;
import charla.server.CharlaServer;
import charla.server.ServerConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An empty server with an authority of its own, at a free port of this machine. */
final class RunningServer implements AutoCloseable {
  /** The least that bcrypt takes: nobody guesses at these passwords. */
  private static final int HASHING_COST = 4;

  private final Path folder;
  private CharlaServer server;

  private RunningServer(Path folder, CharlaServer server) {
    this.folder = folder;
    this.server = server;
  }

  static RunningServer in(Path folder) {
    return new RunningServer(folder, start(folder, 0));
  }

  /** Ends, does what is to be done meanwhile, and starts again with what it kept, where it was. */
  void restart(Runnable meanwhile) {
    int port = server.port();
    server.close();
    meanwhile.run();
    server = start(folder, port);
  }

  String address() {
    return "https://localhost:" + server.port();
  }

  Path authorityFile() {
    return folder.resolve("ca.pem");
  }

  /** What somebody would send a friend. */
  String link() {
    return link(server.authority().orElseThrow());
  }

  String linkOfAnotherAuthority() {
    return link(new Fingerprint("ab".repeat(32)));
  }

  @Override
  public void close() {
    server.close();
  }

  private static CharlaServer start(Path folder, int port) {
    ServerConfig config =
        ServerConfig.parse(
            Map.of(), "--data-dir=" + folder, "--listen=127.0.0.1", "--port=" + port);
    return CharlaServer.start(config, HASHING_COST);
  }

  private String link(Fingerprint authority) {
    return new InviteLink("localhost", server.port(), Optional.of(authority), Optional.empty())
        .toString();
  }
}
