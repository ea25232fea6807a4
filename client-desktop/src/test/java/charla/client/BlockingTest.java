package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.session.TestServer;
import charla.client.ui.Keys;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Ana blocks Ben and changes her mind, with two real apps and a real server. */
class BlockingTest {
  private static final int PRIVACY = 2;

  private TestServer server;
  private TwoPeople both;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void anaBlocksBen(@TempDir Path folder) {
    server = TestServer.in(folder.resolve("server"));
    both = TwoPeople.inTouch(folder, server.inviteLink());
    both.ana().writes("hello");
    both.ben().opensNewestChat();
    both.ben().reads("hello");
    ChatMenu.openedBy(both.ana()).choose(both.ana(), "block");
    both.ana().click("#block-yes");
    both.ana().reads("You blocked Ben Ortiz.");
  }

  @AfterEach
  void close() {
    both.close();
    server.close();
  }

  @Test
  void nothingCanBeWrittenOrCalledEitherWay() {
    both.ana().seesNo(".message-area");
    assertThat(both.ana().sees("#call-peer").isDisabled()).isTrue();

    both.ben().writes("are you there?");
    both.ben().sees(".state-failed");
  }

  @Test
  void theOneWhoIsBlockedStandsInSettingsUntilTheyAreUnblockedThere() {
    both.ana().presses(Keys.SETTINGS);
    Node pages = both.ana().sees("#settings-pages");
    both.ana().asks(stage -> openPrivacy(pages));
    both.ana().reads("@ben");

    both.ana().click(".settings-page .button");

    both.ana().reads("You have blocked nobody.");
    both.ana().presses(new KeyCodeCombination(KeyCode.ESCAPE));
    both.ana().sees(".message-area");
    both.ben().writes("thank you");
    both.ana().reads("thank you");
  }

  @Test
  void theCallsOfWhoIsBlockedLeaveNoTrace() {
    AtThePhone bens = new AtThePhone(both.ben(), "Ana Ruiz");
    bens.calls();
    bens.reads("Calling…");
    bens.presses("#call-hang-up");
    both.ben().reads("Voice call · no answer");

    both.ana().click("#unblock");
    both.ben().writes("it was me");
    both.ana().reads("it was me");

    assertThat(both.ana().texts()).noneMatch(text -> text.contains("Voice call"));
  }

  @Test
  void theConversationItselfUnblocksToo() {
    both.ana().click("#unblock");
    both.ana().writes("sorry");
    both.ben().reads("sorry");
  }

  @Test
  void theMenuUnblocksWithoutAQuestion() {
    ChatMenu.openedBy(both.ana()).choose(both.ana(), "block");

    both.ana().sees(".message-area");
  }

  private static boolean openPrivacy(Node pages) {
    ((ListView<?>) pages).getSelectionModel().select(PRIVACY);
    return true;
  }
}
