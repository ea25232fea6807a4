package charla.client.demo;

import charla.client.call.AudioDevices.Found;
import charla.client.call.AudioDevices.Trial;
import charla.client.call.FakeDevices;
import charla.client.call.FakeEquipment;
import charla.client.net.LinkState;
import charla.client.notice.Problem;
import charla.client.settings.CallSettingsView;
import charla.client.settings.Preferences;
import charla.client.ui.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/** The main window as a whole: chats, people, settings. */
final class MainScreens {
  private static final Camera.Size WHOLE = new Camera.Size(1080, 720);
  private static final Camera.Size LARGE = new Camera.Size(1400, 900);
  private static final Camera.Size SMALL = new Camera.Size(640, 550);
  private static final LinkState OFFLINE =
      new LinkState.Waiting(Instant.parse("2026-03-03T14:31:00Z"), new Problem.Offline());
  private static final Camera.Size SETTINGS = new Camera.Size(560, 660);
  static final int SETTINGS_PAGES = 8;

  private final Camera camera;
  private final Path folder;

  MainScreens(Camera camera, Path folder) {
    this.camera = camera;
    this.folder = folder;
  }

  void takeAll() throws InterruptedException {
    chats();
    conversations();
    popups();
    people();
    settings();
    callSettings();
  }

  private void chats() throws InterruptedException {
    Staging life = new Staging(folder, DemoTalk::all);
    camera.take("main", WHOLE, life.open(DemoTalk.ANA)::window);
    camera.take("main-large", LARGE, life.open(DemoTalk.ANA)::window);
    camera.take("main-narrow", SMALL, life.open(DemoTalk.ANA)::window);
    camera.take("main-narrow-list", SMALL, life::window);
    camera.take("main-zoom-200", LARGE, life.open(DemoTalk.ANA).zoom(2)::window);
    camera.take("main-offline", WHOLE, life.open(DemoTalk.ANA).link(OFFLINE)::window);
    camera.take(
        "main-spanish", WHOLE, life.open(DemoTalk.ANA).locale(Locale.of("es", "ES"))::window);
    camera.take("main-empty", WHOLE, new Staging(folder, server -> {})::window);
    camera.take("main-one", WHOLE, new Staging(folder, DemoTalk::ana).open(DemoTalk.ANA)::window);
  }

  private void conversations() throws InterruptedException {
    Staging life = new Staging(folder, DemoTalk::all);
    camera.take("conversation-unread", WHOLE, life.open(DemoTalk.DAD)::window);
    camera.take("conversation-long-words", WHOLE, life.open(DemoTalk.LONG)::window);
    camera.take(
        "conversation-new",
        WHOLE,
        new Staging(folder, server -> server.talk(DemoTalk.ANA)).open(DemoTalk.ANA)::window);
    camera.take(
        "conversation-failed",
        WHOLE,
        new Staging(folder, DemoTalk::refusing).open(DemoTalk.DAD)::window,
        MainScreens::sayTwoThings);
    camera.take(
        "conversation-thousand",
        WHOLE,
        new Staging(folder, DemoTalk::thousands).open(DemoTalk.ANA)::window,
        MainScreens::scrollUp);
  }

  private void popups() throws InterruptedException {
    Staging life = new Staging(folder, DemoTalk::all).open(DemoTalk.ANA);
    camera.take("emoji", WHOLE, life::window, MainScreens::openEmoji);
    camera.take("conversation-menu", WHOLE, life::window, MainScreens::openMenu);
    camera.take("block", WHOLE, life::window, MainScreens::askToBlock);
    camera.take(
        "blocked", SMALL, new Staging(folder, DemoTalk::blocking).open(DemoTalk.LONG)::window);
  }

  private void people() throws InterruptedException {
    Staging life = new Staging(folder, DemoTalk::all).open(DemoTalk.ANA);
    camera.take("people", WHOLE, life::window, root -> search(root, "an"));
    camera.take("switch", WHOLE, life::window, root -> shortcut(root, KeyCode.K));
    camera.take("people-nothing", WHOLE, life::window, root -> search(root, "zoe"));
  }

  private void settings() throws InterruptedException {
    Staging life = new Staging(folder, DemoTalk::blocking);
    for (int page = 0; page < SETTINGS_PAGES; page++) {
      int index = page;
      camera.take("settings-" + page, WHOLE, life::window, root -> openSettings(root, index));
    }
  }

  static void openSettings(Parent root, int page) {
    shortcut(root, KeyCode.COMMA);
    ((ListView<?>) root.lookup("#settings-pages")).getSelectionModel().select(page);
  }

  private void callSettings() throws InterruptedException {
    new Sheet(3, SETTINGS)
        .add("recording", () -> callSettings(Trial.RECORDING, FakeEquipment.FOUND))
        .add("playing", () -> callSettings(Trial.PLAYING, FakeEquipment.FOUND))
        .add("no devices", () -> callSettings(Trial.FAILED, Found.NOTHING))
        .take(camera, "settings-calls");
  }

  /** Somebody tries how they sound, and comes so far. */
  private Region callSettings(Trial step, Found found) {
    CallSettingsView page =
        new CallSettingsView(
            new Texts(Locale.UK),
            new Preferences(folder.resolve("none")).calls(),
            FakeEquipment.with(new FakeDevices().comesTo(step)),
            Runnable::run);
    page.show(found);
    page.lookupAll("#trial").forEach(trial -> ((Button) trial).fire());
    StackPane around = new StackPane(page);
    around.getStyleClass().add("settings-page");
    return around;
  }

  private static void sayTwoThings(Parent root) {
    TextInputControl composer = (TextInputControl) root.lookup(".message-area");
    composer.setText("Shall I bring the umbrella?");
    press(composer, KeyCode.ENTER);
    composer.setText("Or will it not rain 🌦");
  }

  private static void scrollUp(Parent root) {
    for (int page = 0; page < 40; page++) {
      press(root.lookup(".timeline"), KeyCode.PAGE_UP);
    }
    ((ListView<?>) root.lookup("#conversations")).scrollTo(500);
  }

  private static void search(Parent root, String typed) {
    shortcut(root, KeyCode.N);
    ((TextInputControl) root.lookup("#people-search")).setText(typed);
  }

  private static void openEmoji(Parent root) {
    Node composer = root.lookup(".message-area");
    Event.fireEvent(
        composer, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.J, true, true, false, false));
  }

  private static void openMenu(Parent root) {
    Node row = root.lookup(".conversation-cell");
    Point2D at = row.localToScreen(80, 40);
    Event.fireEvent(
        row,
        new ContextMenuEvent(
            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 80, 40, at.getX(), at.getY(), false, null));
  }

  private static void askToBlock(Parent root) {
    openMenu(root);
    ContextMenu menu =
        Window.getWindows().stream()
            .flatMap(
                window -> window instanceof ContextMenu open ? Stream.of(open) : Stream.empty())
            .findFirst()
            .orElseThrow();
    menu.getItems().stream().filter(item -> "block".equals(item.getId())).forEach(MenuItem::fire);
    menu.hide();
  }

  private static void press(Node target, KeyCode code) {
    Event.fireEvent(
        target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private static void shortcut(Parent root, KeyCode code) {
    Node inside = root.lookup("#conversations");
    Event.fireEvent(
        inside, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false));
  }
}
