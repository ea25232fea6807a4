package charla.client;

import charla.server.CharlaServer;
import charla.server.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Real desktop apps call each other through a real server; only the sound is not real. */
class CallEndToEndTest {
  private static final int CHEAP_HASHING = 4;

  @TempDir Path folder;
  private CharlaServer server;
  private TwoPeople people;
  private AtThePhone ana;
  private AtThePhone ben;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void twoPeopleAreInTouch() {
    server = serve(0);
    people = TwoPeople.inTouch(folder, invite());
    people.ana().writes("hello");
    people.ben().opensNewestChat();
    ana = people.anaAtThePhone();
    ben = people.benAtThePhone();
  }

  @AfterEach
  void stop() {
    people.close();
    server.close();
  }

  @Test
  void theyTalkUntilOneHangsUp() {
    ana.calls();
    ben.rings();
    ana.reads("Ringing…");
    ben.presses("#call-accept");
    ana.reads("0:0");
    ben.reads("0:0");
    people.ana().reads("in a call");

    ben.presses("#call-hang-up");

    people.ana().reads("online");
    ana.reads("Call ended · 0:0");
    people.ana().reads("Voice call · 0:0");
    people.ben().reads("Voice call · 0:0");
    people.ben().click("#rail-calls");
    people.ben().reads("Voice call · 0:0");
  }

  @Test
  void whoIsDeclinedReadsItAndMayCallAgain() {
    ana.calls();
    ben.rings();

    ben.presses("#call-decline");

    ana.reads("Declined");
    ben.ringsNoMore();
    ana.presses("#call-redial");
    ben.rings();
    ben.presses("#call-accept");
    ana.reads("0:0");
  }

  @Test
  void anIgnoredCallRingsOnForTheCallerAndIsMissedWhenGivenUp() {
    ana.calls();
    ben.rings();

    ben.presses("#call-ignore");
    ben.ringsNoMore();
    ana.reads("Ringing…");
    ana.presses("#call-hang-up");

    ana.isAlone();
    people.ben().reads("Missed call");
    people.ben().reads("Call back");
  }

  @Test
  void whoCallsSomebodyInACallReadsBusyAndIsSeenAsMissed() {
    try (Person carl = Person.opensApp(folder.resolve("carl"), invite())) {
      carl.registers("carl", "Carl Vidal", "seven green bicycles");
      carl.talksTo("ben");
      AtThePhone third = new AtThePhone(carl, "Ben Ortiz");
      ana.calls();
      ben.presses("#call-accept");
      ben.reads("0:0");
      ana.presses("#call-dock");

      third.calls();

      third.reads("Busy: in another call");
      ben.reads("0:0");
    }
  }

  @Test
  void theCallGoesOnWhileItsWindowIsABar() {
    ana.calls();
    ben.presses("#call-accept");
    ana.reads("0:0");

    ana.presses("#call-dock");

    ana.isAlone();
    people.ana().sees("#call-bar");
    ben.presses("#call-mute");
    ben.presses("#call-hang-up");
    people.ana().reads("Call ended");
  }

  @Test
  void aCallThatEndsWhileTheServerIsAwayStandsInBothListsOnceItIsBack() {
    ana.calls();
    ben.rings();
    ben.presses("#call-accept");
    ana.reads("0:0");
    int port = server.port();
    server.close();

    ana.presses("#call-hang-up");
    ana.reads("Call ended");
    server = serve(port);

    ben.reads("Call ended");
    for (Person person : List.of(people.ana(), people.ben())) {
      person.click("#rail-calls");
      person.reads("Voice call · 0:0");
    }
  }

  private CharlaServer serve(int port) {
    return CharlaServer.start(
        ServerConfig.parse(
            Map.of(),
            "--data-dir",
            folder.resolve("server").toString(),
            "--listen",
            "127.0.0.1",
            "--port",
            Integer.toString(port)),
        CHEAP_HASHING);
  }

  private String invite() {
    return "charla://localhost:" + server.port() + "/?ca=" + server.authority().orElseThrow();
  }
}
