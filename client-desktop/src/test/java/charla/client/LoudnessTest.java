package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.call.Equipment;
import charla.client.call.FakeDevices;
import charla.client.call.FakeEquipment;
import charla.client.session.TestServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** How loud somebody is to be is theirs, from one call to the next. */
class LoudnessTest {
  private final FakeDevices devices = new FakeDevices();
  @TempDir Path folder;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void everybodyIsAsLoudAsTheyWereMadeInTheirLastCall() {
    try (TestServer server = TestServer.in(folder.resolve("server"));
        TwoPeople both =
            TwoPeople.open(
                folder,
                server.inviteLink(),
                Pace.AT_ONCE,
                List.of(this::equipment, FakeEquipment::make));
        Person carl = Person.opensApp(folder.resolve("carl"), server.inviteLink())) {
      both.register();
      carl.registers("carl", "Carl Vidal", "seven green bicycles");
      AtThePhone ben = both.benAtThePhone();
      AtThePhone ana = both.anaAtThePhone();
      both.ana().talksTo("ben");
      talk(ana, ben);
      ana.presses("#call-devices");
      ana.slides("#volume", 0.5);
      assertThat(devices.loudness()).isEqualTo(0.5);
      end(ana);

      both.ana().talksTo("carl");
      AtThePhone anaWithCarl = new AtThePhone(both.ana(), "Carl Vidal");
      talk(anaWithCarl, new AtThePhone(carl, "Ana Ruiz"));
      assertThat(devices.loudness()).isEqualTo(1);
      end(anaWithCarl);

      both.ana().talksTo("ben");
      talk(ana, ben);
      assertThat(devices.loudness()).isEqualTo(0.5);
    }
  }

  private Equipment equipment() {
    return FakeEquipment.with(devices);
  }

  private static void talk(AtThePhone caller, AtThePhone callee) {
    caller.calls();
    callee.rings();
    callee.presses("#call-accept");
    caller.reads("0:0");
  }

  private static void end(AtThePhone who) {
    who.presses("#call-hang-up");
    who.reads("Call ended");
    who.presses("#call-dismiss");
    who.isAlone();
  }
}
