package charla.client;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.session.TestServer;
import charla.client.ui.Keys;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** What can be done without a mouse. */
class KeyboardTest {
  private static final List<String> ZONES =
      List.of(".rail", "#conversations", ".conversation-header", ".timeline", ".composer");

  @TempDir Path folder;
  private TestServer server;
  private TwoPeople both;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void openTheConversation() {
    server = TestServer.in(folder.resolve("server"));
    both = TwoPeople.inTouch(folder, server.inviteLink());
    both.ana().looks();
  }

  @AfterEach
  void close() {
    both.close();
    server.close();
  }

  @Test
  void f6GoesThroughThePartsOfTheWindowAndShiftBack() {
    assertThat(both.ana().isAt(".composer")).isTrue();
    for (String zone : ZONES) {
      both.ana().presses(Keys.NEXT_ZONE);
      assertThat(both.ana().isAt(zone)).as(zone).isTrue();
    }
    both.ana().presses(Keys.PREVIOUS_ZONE);
    assertThat(both.ana().isAt(".timeline")).isTrue();
  }

  @Test
  void aKeyLeadsToTheMessageThatIsWritten() {
    both.ana().presses(Keys.NEXT_ZONE);

    both.ana().presses(Keys.COMPOSER);

    assertThat(both.ana().isAt(".message-area")).isTrue();
  }

  @Test
  void aConversationThatIsClickedTakesWhatIsTyped() {
    both.ana().presses(Keys.NEXT_ZONE);

    both.ana()
        .asks(stage -> {
          Pointer.click(stage.getScene().lookup(".conversation-cell"));
          return true;
        });

    assertThat(both.ana().isAt(".message-area")).isTrue();
  }

  @Test
  void theSwitchShowsConversationsAtOnceAndFindsPeopleToo() {
    both.ana().presses(Keys.SWITCH);
    assertThat(found(both.ana())).isEqualTo(1);

    both.ana().type("#people-search", "nobody at all");
    both.ana().reads("nobody at all");
    assertThat(found(both.ana())).isZero();
    both.ana().type("#people-search", "ben");
    assertThat(found(both.ana())).isEqualTo(1);
    both.ana().presses(new KeyCodeCombination(KeyCode.ESCAPE));
    assertThat(both.ana().isAt(".message-area")).isTrue();
  }

  @Test
  void theMenuOfAConversationCallsAndBlocks() {
    ChatMenu menu = ChatMenu.openedBy(both.ana());

    assertThat(menu.names()).startsWith("call").endsWith("block");
    menu.close(both.ana());
  }

  @Test
  void whoIsAskedWhetherToBlockBlocksNobodyByMistake() {
    ChatMenu.openedBy(both.ana()).choose(both.ana(), "block");
    both.ana().reads("Block Ben Ortiz?");
    assertThat(both.ana().<Object>asks(stage -> stage.getScene().getFocusOwner()))
        .isInstanceOfSatisfying(
            Button.class, answer -> assertThat(answer.getText()).isEqualTo("Cancel"));

    both.ana().presses(new KeyCodeCombination(KeyCode.ESCAPE));

    both.ana().seesNo("#question");
    assertThat(both.ana().isAt(".message-area")).isTrue();
  }

  @Test
  void whereNobodyIsFoundSomebodyCanBeInvited() {
    both.ana().presses(Keys.FIND_PEOPLE);
    both.ana().type("#people-search", "ben");
    both.ana().seesNo("#people-invite");

    both.ana().type("#people-search", "nobody at all");
    both.ana().click("#people-invite");

    assertThat(both.ana().<String>asks(stage -> Clipboard.getSystemClipboard().getString()))
        .startsWith("charla://");
  }

  private static int found(Person person) {
    ListView<?> list = (ListView<?>) person.sees("#people-found");
    return person.asks(stage -> list.getItems().size());
  }
}
