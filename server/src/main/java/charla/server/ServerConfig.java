package charla.server;

import charla.protocol.ServerInfo.Registration;
import charla.server.call.IceServers;
import charla.server.tls.HostNames;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Every option of the server, with its default, in one place. Each can be given as a flag, as an
 * environment variable ({@code --data-dir} is {@code CHARLA_DATA_DIR}) or in the file of {@code
 * --config}; the first of these that names it holds.
 */
public final class ServerConfig {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A file with options, one a line: port=8443")
  @SuppressWarnings("UnusedVariable") // Read by OptionSources, before the options are parsed.
  private @Nullable Path config;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description =
          "Where accounts, messages and certificates are kept; nobody else can read it"
              + " (default: the place of this system for such data)")
  private Path dataDir = DataFolder.systemDefault(System.getenv(), System.getProperty("os.name"));

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "0.0.0.0",
      description = "Address to listen on (default: ${DEFAULT-VALUE}, all)")
  private String listen = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8443",
      description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      split = ",",
      description =
          "A further name or address by which people reach this server, for its certificate and"
              + " invites; the first is used in invites")
  private List<String> names = List.of();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "Charla",
      description = "What the server is called on people's screens (default: ${DEFAULT-VALUE})")
  private String title = "";

  @Option(
      names = "--registration",
      paramLabel = "WHO",
      defaultValue = "open",
      description =
          "Who may make an account: open (anybody who reaches the server), invite, closed"
              + " (default: ${DEFAULT-VALUE})")
  private Registration registration = Registration.OPEN;

  @Option(
      names = "--database",
      paramLabel = "URI",
      description =
          "mongodb://… keeps everything in a MongoDB database (default: one SQLite file in the data"
              + " folder)")
  private @Nullable String database;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "A certificate of your own with its chain, PEM (default: one made by Charla)")
  private @Nullable Path certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The private key of --certificate, PEM, not encrypted")
  private @Nullable Path key;

  @Option(
      names = "--tls12",
      description = "Allow TLS 1.2 beside 1.3, for old systems (default: only 1.3)")
  private boolean tls12;

  @Option(
      names = "--plain-http",
      description =
          "No TLS; only on a loopback address, for tests or behind a proxy on this machine")
  private boolean plainHttp;

  @Mixin private CallOptions calls = new CallOptions();

  /**
   * Reads options as the command line does.
   *
   * @throws CommandLine.ParameterException with a sentence for people
   */
  public static ServerConfig parse(Map<String, String> environment, String... arguments) {
    ServerConfig config = new ServerConfig();
    CommandLine commandLine =
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(config));
    OptionSources.prepare(commandLine, environment, arguments).parseArgs(arguments);
    config.check(commandLine);
    return config;
  }

  /**
   * What single options cannot tell.
   *
   * @throws CommandLine.ParameterException with a sentence for people
   */
  void check(CommandLine commandLine) {
    if (port < 0 || port > 65_535) {
      throw new CommandLine.ParameterException(
          commandLine, "--port is " + port + ": ports go from 0 to 65535");
    }
    if ((certificate == null) != (key == null)) {
      throw new CommandLine.ParameterException(
          commandLine, "--certificate and --key go together: give both or none");
    }
    calls.check(commandLine);
    for (Path file : new @Nullable Path[] {certificate, key}) {
      if (file != null && !Files.isReadable(file)) {
        throw new CommandLine.ParameterException(commandLine, file + " cannot be read");
      }
    }
    if (database != null && !database.matches("mongodb(\\+srv)?://.+")) {
      throw new CommandLine.ParameterException(
          commandLine, "--database is not a mongodb:// address; leave it out for SQLite");
    }
    if (plainHttp && !isLoopback(listen)) {
      throw new CommandLine.ParameterException(
          commandLine,
          "--plain-http sends passwords in the clear, so it needs --listen 127.0.0.1 (or ::1)");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  public Path dataDir() {
    return dataDir;
  }

  public String listen() {
    return listen;
  }

  public int port() {
    return port;
  }

  public List<String> names() {
    return List.copyOf(names);
  }

  /** By which people reach this server: the first name that was given, else this machine's own. */
  public String host() {
    return names.isEmpty() ? HostNames.own() : names.getFirst();
  }

  public String title() {
    return title;
  }

  public Registration registration() {
    return registration;
  }

  /** Empty for SQLite. */
  public Optional<String> mongodb() {
    return Optional.ofNullable(database);
  }

  /** A certificate from elsewhere with its key; empty for Charla's own. */
  public Optional<OwnCertificate> certificate() {
    return certificate == null || key == null
        ? Optional.empty()
        : Optional.of(new OwnCertificate(certificate, key));
  }

  /** Two PEM files. */
  public record OwnCertificate(Path certificate, Path key) {}

  /** What helps calls to find a path. */
  public IceServers.Settings iceServers() {
    return calls.settings();
  }

  public boolean tls12() {
    return tls12;
  }

  public boolean plainHttp() {
    return plainHttp;
  }
}
