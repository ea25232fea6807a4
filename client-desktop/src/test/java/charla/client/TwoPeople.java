package charla.client;

import charla.client.call.Equipment;
import charla.client.call.FakeEquipment;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Ana and Ben, each at a desktop app of their own, on one server. */
public record TwoPeople(Person ana, Person ben) implements AutoCloseable {
  private static final String ANA = "Ana Ruiz";
  private static final String BEN = "Ben Ortiz";
  static final String PASSWORD = "seven green bicycles";

  /** Their windows are open; they have no accounts yet. */
  public static TwoPeople open(Path folder, String server, Pace pace) {
    return open(folder, server, pace, List.of(FakeEquipment::make, FakeEquipment::make));
  }

  /** The same, and each calls with their own equipment. */
  public static TwoPeople open(
      Path folder, String server, Pace pace, List<Supplier<Equipment>> equipment) {
    return new TwoPeople(
        Person.opensApp(folder.resolve("ana"), server, pace, equipment.getFirst()),
        Person.opensApp(folder.resolve("ben"), server, pace, equipment.getLast()));
  }

  /** They have accounts, and Ana has opened the conversation with Ben. */
  static TwoPeople inTouch(Path folder, String server) {
    TwoPeople both = open(folder, server, Pace.AT_ONCE);
    both.register();
    both.ana.talksTo("ben");
    return both;
  }

  public void register() {
    ana.registers("ana", ANA, PASSWORD);
    ben.registers("ben", BEN, PASSWORD);
  }

  public AtThePhone anaAtThePhone() {
    return new AtThePhone(ana, BEN);
  }

  public AtThePhone benAtThePhone() {
    return new AtThePhone(ben, ANA);
  }

  @Override
  public void close() {
    ana.close();
    ben.close();
  }
}
