package charla.client;

import java.nio.file.Path;

/** Ana and Ben, each at a desktop app of their own, on one server. */
public record TwoPeople(Person ana, Person ben) implements AutoCloseable {
  private static final String PASSWORD = "seven green bicycles";

  /** Their windows are open; they have no accounts yet. */
  public static TwoPeople open(Path folder, String server, Pace pace) {
    return new TwoPeople(
        Person.opensApp(folder.resolve("ana"), server, pace),
        Person.opensApp(folder.resolve("ben"), server, pace));
  }

  /** They have accounts, and Ana has opened the conversation with Ben. */
  static TwoPeople inTouch(Path folder, String server) {
    TwoPeople both = open(folder, server, Pace.AT_ONCE);
    both.register();
    both.ana.talksTo("ben");
    return both;
  }

  public void register() {
    ana.registers("ana", "Ana Ruiz", PASSWORD);
    ben.registers("ben", "Ben Ortiz", PASSWORD);
  }

  @Override
  public void close() {
    ana.close();
    ben.close();
  }
}
