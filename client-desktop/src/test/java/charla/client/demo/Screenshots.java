package charla.client.demo;

import charla.client.chat.ConversationEntry;
import charla.client.chat.conversation.ConversationView;
import charla.client.net.LinkState;
import charla.client.notice.Problem;
import charla.client.ui.Appearance;
import charla.client.ui.Theme;
import charla.client.ui.ZoomPane;
import charla.client.ui.emoji.EmojiPicker;
import charla.protocol.User;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.layout.StackPane;

/**
 * Draws every screen of the chats with a made-up life into a folder, as PNG at twice its size:
 * {@code Screenshots <folder>}. Needs no display.
 */
public final class Screenshots {
  private static final LinkState ONLINE = new LinkState.Online();
  private static final LinkState OFFLINE =
      new LinkState.Waiting(Instant.parse("2026-03-03T14:31:00Z"), new Problem.Offline());
  private static final Camera.Format WIDE = new Camera.Format(720, 720, Appearance.LIGHT);
  private static final Camera.Format DARK = WIDE.in(Appearance.DARK);
  private static final Camera.Format NARROW = new Camera.Format(420, 550, Appearance.LIGHT);

  private final Camera camera;

  private Screenshots(Camera camera) {
    this.camera = camera;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    CompletableFuture<Theme> theme = new CompletableFuture<>();
    Platform.setImplicitExit(false);
    Platform.startup(() -> theme.complete(new Theme()));
    new Screenshots(new Camera(folder, theme.get())).takeAll();
    System.exit(0);
  }

  private void takeAll() throws InterruptedException {
    pickers();
    conversation("conversation-light", WIDE, DemoTalk.ANA, DemoTalk::ana);
    conversation("conversation-dark", DARK, DemoTalk.ANA, DemoTalk::ana);
    conversation("conversation-unread", WIDE, DemoTalk.DAD, DemoTalk::dad);
    conversation("conversation-long-words", NARROW, DemoTalk.LONG, DemoTalk::longWords);
    conversation("conversation-empty", WIDE, DemoTalk.ANA, server -> server.talk(DemoTalk.ANA));
    camera.take(
        "conversation-offline",
        WIDE,
        () -> {
          Demo demo = Demo.with(Locale.UK, OFFLINE, DemoTalk::ana);
          ConversationEntry entry = entry(demo, DemoTalk.ANA);
          demo.conversations().send(entry.id(), "I am in the train, no network");
          demo.conversations().setDraft(entry.id(), "Shall I bring 🍫 or 🍰?\nOr both 🙂");
          return conversation(demo, entry);
        },
        () -> {});
    camera.take(
        "conversation-zoom-200",
        new Camera.Format(1024, 700, Appearance.LIGHT),
        () -> {
          Demo demo = Demo.with(Locale.of("es", "ES"), ONLINE, DemoTalk::ana);
          ZoomPane zoom = new ZoomPane(conversation(demo, entry(demo, DemoTalk.ANA)));
          zoom.setZoom(2);
          return zoom;
        },
        () -> {});
  }

  private void pickers() throws InterruptedException {
    camera.take(
        "emoji-picker",
        new Camera.Format(420, 440, Appearance.LIGHT),
        () -> {
          Demo demo = Demo.with(Locale.UK, ONLINE, server -> {});
          StackPane around =
              new StackPane(new EmojiPicker(demo.kit().emojis(), demo.kit().texts(), e -> {}));
          around.setPadding(new Insets(20));
          return around;
        },
        () -> {});
  }

  private void conversation(
      String name, Camera.Format format, User peer, Consumer<DemoServer> content)
      throws InterruptedException {
    camera.take(
        name,
        format,
        () -> {
          Demo demo = Demo.with(Locale.UK, ONLINE, content);
          return conversation(demo, entry(demo, peer));
        },
        () -> {});
  }

  private static ConversationEntry entry(Demo demo, User peer) {
    return demo.conversations().entries().stream()
        .filter(entry -> entry.peer().equals(peer))
        .findFirst()
        .orElseThrow();
  }

  private static ConversationView conversation(Demo demo, ConversationEntry entry) {
    return new ConversationView(demo.kit(), demo.conversations(), entry, new Nowhere());
  }

  private static final class Nowhere implements ConversationView.Surroundings {
    @Override
    public void back() {}

    @Override
    public void open(URI link) {}
  }
}
