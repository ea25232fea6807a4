package charla.server;

import charla.protocol.Bodies;
import charla.protocol.Fingerprint;
import charla.protocol.InviteLink;
import charla.protocol.Username;
import charla.server.account.AccountServices;
import charla.server.live.Connections;
import charla.server.refusal.Refusal;
import charla.server.store.CannotOpenStore;
import charla.server.store.Store;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
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

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
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
    config.check(spec.commandLine());
    Path folder = DataFolder.prepare(config.dataDir());
    Bodies.Invite invite =
        withAccounts(folder, a -> a.administration().invite(new Bodies.NewInvite(uses, days)));
    InviteLink link =
        new InviteLink(
            config.names().isEmpty()
                ? charla.server.tls.HostNames.own()
                : config.names().getFirst(),
            config.port(),
            authority(folder),
            Optional.of(invite.code()));
    out().println(link);
    out().println("Good for " + uses + " account(s), until " + invite.expiresAt() + ".");
  }

  @Command(
      name = "fingerprint",
      description =
          "Print the six words and the fingerprint of the server's certificate authority.")
  void fingerprint() {
    authority(DataFolder.prepare(config.dataDir()))
        .ifPresentOrElse(
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
      @Option(
              names = "--new-password",
              interactive = true,
              arity = "0..1",
              required = true,
              description = "Asked for when left out")
          char[] newPassword) {
    Path folder = DataFolder.prepare(config.dataDir());
    withAccounts(
        folder,
        accounts -> {
          accounts.profile().resetPassword(Username.of(username), new String(newPassword));
          return true;
        });
    out().println("Done. " + username + " can sign in with it.");
  }

  private Optional<Fingerprint> authority(Path folder) {
    return Identity.of(config, folder, Clock.systemUTC()).authority().map(Fingerprint::of);
  }

  /** Works beside a running server: both stores allow a second process. */
  private <T> T withAccounts(Path folder, Function<AccountServices, T> work) {
    Clock clock = Clock.systemUTC();
    try (Store store = Stores.open(config, folder, clock)) {
      Connections nobody =
          new Connections(Connections.Caps.DEFAULT, Runnable::run, System::nanoTime);
      return work.apply(
          Stores.accounts(store, nobody, config, AccountServices.Settings.HASHING_COST, clock));
    }
  }

  private void welcome(CharlaServer server, PrintWriter out) {
    InviteLink invite = server.invite();
    out.println();
    out.println("  " + config.title() + " is running");
    out.println("  Address   " + invite.host() + ":" + server.port());
    server.authority().ifPresent(ca -> out.println("  Words     " + String.join(" ", ca.words())));
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
