package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.ui.Keys;
import charla.server.CharlaServer;
import charla.server.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Real desktop apps call each other through a real server; only the sound is not real. */
class CallEndToEndTest {
  private static final int CHEAP_HASHING = 4;
  private static final KeyCodeCombination QUIT =
      new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN);

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
  void aDeviceThatRangSaysWhereTheCallWasAnsweredAndOpensNoWindow() {
    try (Person second = Person.opensApp(folder.resolve("tablet"), invite())) {
      second.signsIn("ben", TwoPeople.PASSWORD);
      AtThePhone tablet = new AtThePhone(second, "Ana Ruiz");
      ana.calls();
      tablet.rings();
      ben.rings();

      ben.presses("#call-accept");

      tablet.readsWhereItRang("Answered on");
      assertThat(second.<Long>asks(main -> callsWithAna()))
          .as("windows of calls with Ana: the other device has one")
          .isEqualTo(1);
      tablet.ringsNoMore();
    }
  }

  @Test
  void whoIsTypingWhenSomebodyCallsGoesOnTyping() {
    people.ben().presses(Keys.COMPOSER);
    people.ben().begins("one moment");
    ana.calls();
    ben.rings();

    people.ben().presses(new KeyCodeCombination(KeyCode.ENTER));

    people.ana().reads("one moment");
    ben.rings();
  }

  @Test
  void escapeIgnoresACallAndNeverDeclinesIt() {
    ana.calls();
    ben.rings();

    people.ben().presses(new KeyCodeCombination(KeyCode.ESCAPE));

    ben.ringsNoMore();
    ana.reads("Ringing…");
  }

  @Test
  void whoQuitsHangsUp() {
    theyTalk();

    people.ben().presses(QUIT);

    ana.reads("Call ended · 0:0");
    ben.isAlone();
  }

  @Test
  void aCallGoesOnInAWindowOfItsOwnWhenTheMainWindowIsClosed() {
    theyTalk();
    ana.presses("#call-dock");
    people.ana().sees("#call-bar");

    people.ana().asks(CallEndToEndTest::close);

    ana.reads("0:0");
    ana.presses("#call-dock");
    people.ana().sees("#call-bar");
    assertThat(people.ana().<Boolean>asks(Stage::isShowing)).isTrue();
  }

  @Test
  void theMainWindowIsBackWhenSomebodyCallsAfterIt() {
    theyTalk();
    people.ana().asks(CallEndToEndTest::close);
    ana.presses("#call-hang-up");
    ana.reads("Call ended");
    people.ben().reads("online");

    ben.calls();

    ana.answers();
    ben.reads("0:0");
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

  private void theyTalk() {
    ana.calls();
    ben.answers();
    ana.reads("0:0");
    ben.reads("0:0");
  }

  private static long callsWithAna() {
    return Window.getWindows().stream()
        .filter(
            window -> window instanceof Stage call && "Call with Ana Ruiz".equals(call.getTitle()))
        .count();
  }

  /** As with the button in its corner. */
  private static boolean close(Stage stage) {
    Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    return true;
  }

  private String invite() {
    return "charla://localhost:" + server.port() + "/?ca=" + server.authority().orElseThrow();
  }
}
