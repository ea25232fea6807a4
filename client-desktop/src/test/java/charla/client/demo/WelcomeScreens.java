package charla.client.demo;

import charla.client.net.Threads;
import charla.client.notice.Problem;
import charla.client.notice.ProblemTexts;
import charla.client.session.Profile;
import charla.client.session.SessionService;
import charla.client.session.TestServer;
import charla.client.session.TrustView;
import charla.client.session.WelcomeInputs.Input;
import charla.client.session.WelcomeView;
import charla.client.session.WelcomeViewModel;
import charla.client.trust.Trust;
import charla.client.ui.Texts;
import charla.protocol.ErrorCode;
import charla.protocol.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What is seen before one is signed in. */
final class WelcomeScreens {
  private static final Camera.Size CARD = new Camera.Size(640, 640);
  private static final Camera.Size TALL = new Camera.Size(640, 800);
  private static final String SERVER = "home.lan";
  private static final Fingerprint OTHER_CA = new Fingerprint("fedcba9876543210".repeat(4));

  private final Camera camera;
  private final Path folder;
  private final Texts texts = new Texts(Locale.UK);
  private final ProblemTexts words = new ProblemTexts(texts);

  WelcomeScreens(Camera camera, Path folder) {
    this.camera = camera;
    this.folder = folder;
  }

  void takeAll() throws InterruptedException {
    camera.take("sign-in", CARD, appearance -> card(texts, model -> model.prefill(SERVER)));
    camera.take("sign-in-spanish", CARD, appearance -> card(spanish(), m -> m.prefill(SERVER)));
    camera.take("sign-in-errors", new Camera.Size(2200, 680), appearance -> errors());
    try (TestServer server = TestServer.in(folder.resolve("server"))) {
      camera.take("register", TALL, appearance -> card(texts, model -> register(model, server)));
    }
    camera.take("trust-first", CARD, appearance -> question(firstMeeting(texts)));
    camera.take("trust-changed", CARD, appearance -> question(changed()));
  }

  private static Texts spanish() {
    return new Texts(Locale.of("es", "ES"));
  }

  private static void register(WelcomeViewModel model, TestServer server) {
    model.prefill(server.inviteLink());
    model.toRegister();
    model.inputs().value(Input.USERNAME).set("mia");
    model.inputs().value(Input.DISPLAY_NAME).set("Mia Torres");
    model.inputs().value(Input.PASSWORD).set("seven green bicycles");
    model.inputs().value(Input.AGAIN).set("seven green bikes");
    model.inputs().error(Input.AGAIN).set(new Texts(Locale.UK).get("register.again.differs"));
  }

  /** Every place where an error stands, and every way in which a server cannot be reached. */
  private HBox errors() {
    List<Consumer<WelcomeViewModel>> kinds =
        List.of(
            wrong(Input.SERVER, new Problem.Unreachable(SERVER)),
            wrong(Input.SERVER, new Problem.NotCharla(SERVER)),
            wrong(Input.PASSWORD, refused(ErrorCode.WRONG_CREDENTIALS)),
            wrong(Input.GENERAL, refused(ErrorCode.RATE_LIMITED)),
            wrong(Input.GENERAL, new Problem.Suspended()));
    HBox row = new HBox();
    kinds.stream().map(kind -> card(texts, kind)).forEach(row.getChildren()::add);
    row.getChildren().forEach(card -> ((Region) card).setPrefWidth(440));
    return row;
  }

  private Consumer<WelcomeViewModel> wrong(Input input, Problem problem) {
    return model -> {
      model.prefill(SERVER);
      model.inputs().value(Input.USERNAME).set("mia");
      model.inputs().value(Input.PASSWORD).set("seven green");
      model.inputs().error(input).set(words.of(problem));
    };
  }

  private static Problem refused(ErrorCode code) {
    return new Problem.Refused(
        code,
        code == ErrorCode.RATE_LIMITED ? Optional.of(Duration.ofSeconds(24)) : Optional.empty());
  }

  private Parent card(Texts language, Consumer<WelcomeViewModel> fill) {
    try {
      Profile profile = Profile.in(folder.resolve("welcome"));
      Trust trust = new Trust(profile.trust());
      Threads threads =
          new Threads(Runnable::run, Runnable::run, Runnable::run, (delay, task) -> () -> {});
      SessionService sessions =
          new SessionService(profile, trust, "picture", threads, StagedApp.CLOCK);
      WelcomeViewModel model =
          new WelcomeViewModel(
              sessions, trust, language, words, (delay, task) -> () -> {}, signedIn -> {});
      fill.accept(model);
      return new WelcomeView(language, model, List.of(SERVER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Parent question(TrustView question) {
    StackPane card = new StackPane(question);
    card.getStyleClass().add("card");
    card.getStyleClass()
        .addAll(question.getStyleClass().stream().filter("changed-certificate"::equals).toList());
    card.setMaxSize(400, Region.USE_PREF_SIZE);
    StackPane around = new StackPane((Node) card);
    around.getStyleClass().add("welcome");
    return around;
  }

  private static TrustView firstMeeting(Texts texts) {
    return TrustView.firstMeeting(texts, SERVER, Staging.CA, () -> {}, () -> {});
  }

  private TrustView changed() {
    return TrustView.changed(texts, SERVER, Staging.CA, OTHER_CA, () -> {}, () -> {});
  }
}
