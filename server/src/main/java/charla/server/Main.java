package charla.server;

import charla.protocol.Bodies;
import charla.protocol.Fingerprint;
import charla.protocol.InviteLink;
import charla.protocol.Limits;
import charla.protocol.Username;
import charla.server.refusal.Refusal;
import charla.server.store.CannotOpenStore;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The server's command line: without a command it serves until it is stopped. */
@Command(
    name = "charla-server",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Private chat and voice calls that people host themselves: the server.",
    footer = {
      "",
      "Each option can also stand in the environment (--data-dir as CHARLA_DATA_DIR) or in the",
      "file of --config (data-dir=…). A flag beats the environment, which beats the file."
    })
public final class Main implements Runnable {
  @Mixin private ServerConfig config = new ServerConfig();
  @Spec private CommandSpec spec = CommandSpec.create();

  /** A running server looks at each ping whether the session still stands. */
  private static final String SOON =
      "Devices that are connected now are cut off within "
          + Limits.PING_EVERY.toSeconds()
          + " seconds.";

  private Main() {}

  public static void main(String[] arguments) {
    Logs.toTerminal();
    Ahead.begin();
    System.exit(run(commandLine(), arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }

  /**
   * @return the exit code
   */
  static int run(CommandLine commandLine, String... arguments) {
    commandLine.setExecutionExceptionHandler(Main::explained);
    try {
      OptionSources.prepare(commandLine, System.getenv(), arguments);
    } catch (CommandLine.ParameterException e) {
      commandLine.getErr().println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    return commandLine.execute(arguments);
  }

  /** Serves until the process is told to end (SIGTERM, Ctrl+C). */
  @Override
  public void run() {
    config.check(spec.commandLine());
    PrintWriter out = spec.commandLine().getOut();
    CharlaServer server = CharlaServer.start(config);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "shutdown"));
    welcome(server, out);
    waitForEver();
  }

  @Command(name = "invite", description = "Make an invite and print its link.")
  void invite(
      @Option(names = "--uses", defaultValue = "1", description = "How many accounts it makes")
          int uses,
      @Option(names = "--days", defaultValue = "7", description = "How long it holds") int days) {
    BesideServer beside = besideServer();
    Bodies.NewInvite wanted = new Bodies.NewInvite(uses, days);
    Bodies.Invite invite = beside.ask(accounts -> accounts.administration().invite(wanted));
    out().println(beside.link(invite.code()));
    out().println("Good for " + uses + " account(s), until " + invite.expiresAt() + ".");
  }

  @Command(
      name = "fingerprint",
      description =
          "Print the six words and the fingerprint of the server's certificate authority.")
  void fingerprint(
      @Option(names = "--file", description = "Of the first certificate in this PEM file instead")
          @Nullable Path file) {
    Optional<Fingerprint> authority =
        file == null ? besideServer().authority() : Optional.of(BesideServer.authority(file));
    authority.ifPresentOrElse(
        ca -> {
          out().println(String.join(" ", ca.words()));
          out().println("SHA-256 " + ca);
        },
        () -> out().println("This server shows no certificate of its own."));
  }

  @Command(
      name = "password",
      description = "Give somebody who is locked out a new password; signs them out everywhere.")
  void password(
      @Parameters(paramLabel = "USER") String username,
      @Option(names = "--new-password", description = "Asked for when left out")
          @Nullable String newPassword) {
    Username user = Username.of(username);
    String chosen = newPassword != null ? newPassword : asked("New password of " + user + ": ");
    besideServer().tell(accounts -> accounts.profile().resetPassword(user, chosen));
    out().println("Done. " + user + " can sign in with it. " + SOON);
  }

  @Command(name = "suspend", description = "Sign somebody out everywhere and keep them out.")
  void suspend(@Parameters(paramLabel = "USER") String username) {
    Username user = Username.of(username);
    besideServer().tell(a -> a.administration().setSuspended(user, new Bodies.Suspension(true)));
    out().println("Done. " + user + " cannot sign in until `readmit " + user + "`. " + SOON);
  }

  @Command(name = "readmit", description = "Let somebody who was suspended sign in again.")
  void readmit(@Parameters(paramLabel = "USER") String username) {
    Username user = Username.of(username);
    besideServer().tell(a -> a.administration().setSuspended(user, new Bodies.Suspension(false)));
    out().println("Done. " + user + " can sign in again.");
  }

  @Command(
      name = "restored",
      description = "Say that a backup was put back, before the server starts on it again.")
  void restored() {
    besideServer().beginEpoch();
    out().println("Done. Apps drop what they kept of the old log and read this one.");
  }

  /** Not shown while it is typed; where there is no terminal, a line of what is piped in. */
  private static String asked(String words) {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isEmpty()) {
      return Objects.requireNonNullElse(IO.readln(), "");
    }
    char[] typed = terminal.get().readPassword("%s", words);
    return typed == null ? "" : new String(typed);
  }

  private BesideServer besideServer() {
    config.check(spec.commandLine());
    return new BesideServer(config, DataFolder.prepare(config.dataDir()));
  }

  private void welcome(CharlaServer server, PrintWriter out) {
    InviteLink invite = server.invite();
    out.println();
    out.println("  " + config.title() + " is running");
    out.println("  Address   " + invite.host() + ":" + server.port());
    if (!server.words().isEmpty()) {
      out.println("  Words     " + String.join(" ", server.words()));
    }
    out.println("  Invite    " + invite);
    out.println();
    out.flush();
  }

  /** Ends the process itself: after a signal the JVM would exit with 143, as if it had failed. */
  private static void stop(CharlaServer server) {
    server.close();
    Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static int explained(
      Exception problem, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
    if (problem instanceof CannotStart
        || problem instanceof CannotOpenStore
        || problem instanceof Refusal
        || problem instanceof IllegalArgumentException) {
      commandLine.getErr().println(problem.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw problem;
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
