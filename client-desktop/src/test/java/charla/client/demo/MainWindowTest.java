package charla.client.demo;

import static charla.client.Shown.all;
import static charla.client.Shown.dress;
import static charla.client.Shown.find;
import static charla.client.Shown.isShown;
import static charla.client.Shown.layOut;
import static charla.client.Shown.onFx;
import static charla.client.Shown.words;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.Shown;
import charla.client.ui.Appearance;
import charla.client.ui.Pseudo;
import charla.client.ui.ZoomPane;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** What the main window of the pictures shows, and of what size. */
class MainWindowTest {
  private static final double TARGET = 32;

  @TempDir Path folder;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void whateverIsPressedIsLargeEnough() {
    onFx(() -> {
      Staging life = new Staging(folder, DemoCalls::lines).open(DemoTalk.ANA);
      assertLarge(shown(life, 1080));
      ZoomPane calls = shown(new Staging(folder, DemoCalls::several), 1080);
      ((Button) find(calls, "#rail-calls")).fire();
      assertLarge(calls);
      for (int page = 0; page < MainScreens.SETTINGS_PAGES; page++) {
        ZoomPane settings = shown(new Staging(folder, DemoTalk::blocking), 1080);
        MainScreens.openSettings(settings, page);
        assertLarge(settings);
      }
    });
  }

  @Test
  void aMissedCallStandsOutInTheList() {
    onFx(() -> {
      ZoomPane window = shown(new Staging(folder, DemoCalls::lines), 1080);

      Node row = window.lookup(".conversation-row");
      assertThat(row.getPseudoClassStates()).contains(Pseudo.MISSED);
      assertThat(row.lookup(".icon").isVisible()).isTrue();
    });
  }

  @Test
  void anythingElseThatCameLastDoesNot() {
    onFx(() -> {
      ZoomPane window = shown(new Staging(folder, DemoTalk::all), 1080);

      assertThat(window.lookupAll(".conversation-row"))
          .isNotEmpty()
          .noneMatch(row -> row.getPseudoClassStates().contains(Pseudo.MISSED))
          .noneMatch(row -> row.lookup(".icon").isVisible());
    });
  }

  @Test
  void onlyBeforeTheLinkThatCallsBackStandsADot() {
    onFx(() -> {
      ZoomPane window = shown(new Staging(folder, DemoCalls::lines).open(DemoTalk.ANA), 1080);
      layOut(window);

      assertThat(all(window, Hyperlink.class).filter(Shown::isShown).map(Hyperlink::getText))
          .containsOnly("Call back")
          .hasSameSizeAs(words(window).stream().filter(" ·"::equals).toList());
    });
  }

  @Test
  void aUserNameStandsBesideTheNameWholeOrNotAtAll() {
    onFx(() -> {
      Staging life = new Staging(folder, DemoTalk::all);
      assertThat(header(shown(life.open(DemoTalk.ANA), 1080))).contains("@ana.ruiz");
      assertThat(header(shown(life.open(DemoTalk.LONG), 1080)))
          .contains(DemoTalk.LONG.displayName())
          .doesNotContain("@" + DemoTalk.LONG.username());
    });
  }

  @Test
  void theWholeNameStandsWhereOneWritesIfThereIsRoom() {
    onFx(() -> {
      Staging life = new Staging(folder, DemoTalk::all).open(DemoTalk.LONG);
      String whole = "Message " + DemoTalk.LONG.displayName();
      assertThat(prompt(shown(life, 1080))).isEqualTo(whole);
      assertThat(prompt(shown(life, 400)))
          .startsWith("Message Maximiliana")
          .endsWith("…")
          .hasSizeLessThan(whole.length());
    });
  }

  @Test
  void whoHasNoConversationIsNotAskedToChooseOne() {
    onFx(() -> {
      ZoomPane window = shown(new Staging(folder, server -> {}), 1080);

      assertThat(words(window))
          .contains("Welcome to Charla")
          .noneMatch(word -> word.startsWith("Choose a conversation"));
      assertThat(List.of("Find people", "Copy an invite link"))
          .extracting(word -> button(window, word).getWidth())
          .containsOnly(200.0);
    });
  }

  @Test
  void theKeyOfTheSearchStandsAtItsRightUntilOneTypes() {
    onFx(() -> {
      ZoomPane window = shown(new Staging(folder, DemoTalk::all), 1080);
      TextInputControl search = (TextInputControl) find(window, "#search");
      assertThat(search.getPromptText()).isEqualTo("Search");
      assertThat(all(search, Label.class)).extracting(Label::getText).containsExactly("Ctrl+F");

      search.setText("a");

      assertThat(all(search, Label.class)).isEmpty();
    });
  }

  @Test
  void theDotOfWhoIsThereStandsOnTheColourOfItsRow() {
    onFx(() -> {
      ZoomPane window = shown(new Staging(folder, DemoCalls::lines).open(DemoTalk.ANA), 1080);

      Region cell = (Region) window.lookup(".conversation-cell:selected");
      Region dot = (Region) cell.lookup(".presence-dot");
      assertThat(dot.getBackground().getFills().getFirst().getFill())
          .isEqualTo(cell.getBackground().getFills().getFirst().getFill());
    });
  }

  private static ZoomPane shown(Staging life, double width) {
    ZoomPane window = life.window(Appearance.LIGHT);
    dress(window, width, 720);
    return window;
  }

  private static void assertLarge(Region window) {
    layOut(window);
    assertThat(all(window, ButtonBase.class).filter(button -> isShown(button)))
        .isNotEmpty()
        .allSatisfy(button ->
            assertThat(button.getHeight()).as(button.toString()).isGreaterThanOrEqualTo(TARGET));
  }

  private static List<String> header(ZoomPane window) {
    return words((Parent) window.lookup(".conversation-header"));
  }

  private static String prompt(ZoomPane window) {
    return ((TextInputControl) window.lookup(".message-area")).getPromptText();
  }

  private static Button button(ZoomPane window, String word) {
    return all(window, Button.class)
        .filter(button -> word.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }
}
