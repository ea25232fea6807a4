package charla.client.demo;

<<<<<<< HEAD
import charla.client.chat.Calling;
import charla.client.chat.ChatView;
import charla.client.chat.ConversationEntry;
import charla.client.chat.conversation.ConversationView;
import charla.client.net.LinkState;
import charla.client.notice.Problem;
import charla.client.notice.ProblemTexts;
import charla.client.session.TrustView;
import charla.client.shell.MainView;
import charla.client.ui.Appearance;
import charla.client.ui.Texts;
=======
>>>>>>> fd478df (Picture every screen in light and dark, and mend what the pictures showed)
import charla.client.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
<<<<<<< HEAD
import java.time.Instant;
import java.util.Locale;
=======
>>>>>>> fd478df (Picture every screen in light and dark, and mend what the pictures showed)
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws every screen of the app with a made-up life into a folder, in light and in dark: {@code
 * Screenshots <folder>}.
 */
public final class Screenshots {
  private static final Logger LOG = LoggerFactory.getLogger(Screenshots.class);

  private Screenshots() {}

  public static void main(String[] arguments) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
      LOG.error("a picture could not be taken", e);
      System.exit(1);
    });
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    CompletableFuture<Theme> theme = new CompletableFuture<>();
    Platform.setImplicitExit(false);
    Platform.startup(() -> theme.complete(new Theme()));
    Camera camera = new Camera(folder, theme.get());
    try (TemporaryFolder life = TemporaryFolder.create()) {
      new WelcomeScreens(camera, life.path()).takeAll();
      new MainScreens(camera, life.path()).takeAll();
    }
    System.exit(0);
  }
<<<<<<< HEAD

  private void takeAll() throws InterruptedException {
    main("main-light", new Camera.Format(1080, 720, Appearance.LIGHT), ONLINE, DemoTalk::all);
    main("main-dark", new Camera.Format(1080, 720, Appearance.DARK), ONLINE, DemoTalk::all);
    main("main-narrow", new Camera.Format(640, 550, Appearance.LIGHT), ONLINE, DemoTalk::all);
    main("main-offline", new Camera.Format(1080, 720, Appearance.LIGHT), OFFLINE, DemoTalk::all);
    main("main-empty", new Camera.Format(1080, 720, Appearance.LIGHT), ONLINE, server -> {});
    welcome("trust-light", Appearance.LIGHT, Screenshots::first);
    welcome("trust-changed-dark", Appearance.DARK, Screenshots::changed);
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
          StagedApp app = StagedApp.with(Locale.UK, OFFLINE, DemoTalk::ana);
          ConversationEntry entry = entry(app, DemoTalk.ANA);
          app.conversations().send(entry.id(), "I am in the train, no network");
          app.conversations().setDraft(entry.id(), "Shall I bring 🍫 or 🍰?\nOr both 🙂");
          return conversation(app, entry);
        },
        () -> {});
    camera.take(
        "conversation-zoom-200",
        new Camera.Format(1024, 700, Appearance.LIGHT),
        () -> {
          StagedApp app = StagedApp.with(Locale.of("es", "ES"), ONLINE, DemoTalk::ana);
          ZoomPane zoom = new ZoomPane(conversation(app, entry(app, DemoTalk.ANA)));
          zoom.setZoom(2);
          return zoom;
        },
        () -> {});
  }

  private void main(String name, Camera.Format format, LinkState link, Consumer<DemoServer> content)
      throws InterruptedException {
    camera.take(
        name,
        format,
        () -> {
          StagedApp app = StagedApp.with(Locale.UK, link, content);
          ProblemTexts words = new ProblemTexts(app.kit().texts());
          ChatView chats =
              new ChatView(
                  app.kit(),
                  app.conversations(),
                  new ChatView.Surroundings(
                      words, "charla://home.lan/", l -> {}, new StagedCalls(), 320, w -> {}));
          if (format.width() > 700 && !app.conversations().entries().isEmpty()) {
            chats.choose(app.conversations().entries().getFirst());
          }
          Texts texts = app.kit().texts();
          return new MainView(texts, words, app.conversations(), DemoServer.ME, app.pages(chats));
        },
        () -> {});
  }

  private void welcome(String name, Appearance appearance, Function<Texts, Region> card)
      throws InterruptedException {
    camera.take(
        name,
        new Camera.Format(640, 620, appearance),
        () -> {
          Region question = card.apply(new Texts(Locale.UK));
          question.getStyleClass().add("card");
          question.setMaxSize(400, Region.USE_PREF_SIZE);
          StackPane around = new StackPane(question);
          around.getStyleClass().add("welcome");
          return around;
        },
        () -> {});
  }

  private static Region first(Texts texts) {
    return TrustView.firstMeeting(texts, "home.lan", CA, () -> {}, () -> {});
  }

  private static Region changed(Texts texts) {
    return TrustView.changed(texts, "home.lan", CA, OTHER_CA, () -> {}, () -> {});
  }

  private void pickers() throws InterruptedException {
    camera.take(
        "emoji-picker",
        new Camera.Format(420, 440, Appearance.LIGHT),
        () -> {
          StagedApp app = StagedApp.with(Locale.UK, ONLINE, server -> {});
          StackPane around =
              new StackPane(new EmojiPicker(app.kit().emojis(), app.kit().texts(), e -> {}));
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
          StagedApp app = StagedApp.with(Locale.UK, ONLINE, content);
          return conversation(app, entry(app, peer));
        },
        () -> {});
  }

  private static ConversationEntry entry(StagedApp app, User peer) {
    return app.conversations().entries().stream()
        .filter(entry -> entry.peer().equals(peer))
        .findFirst()
        .orElseThrow();
  }

  private static ConversationView conversation(StagedApp app, ConversationEntry entry) {
    return new ConversationView(app.kit(), app.conversations(), entry, new Nowhere());
  }

  static final class Nowhere implements ConversationView.Surroundings {
    @Override
    public void back() {}

    @Override
    public void open(URI link) {}

    @Override
    public Calling calling() {
      return new StagedCalls();
    }
  }
=======
>>>>>>> fd478df (Picture every screen in light and dark, and mend what the pictures showed)
}
