package charla.client.session;

import charla.client.session.WelcomeViewModel.TrustQuestion;
import charla.client.ui.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The card before one is signed in: sign in, register, or the question whether to trust. */
public final class WelcomeView extends StackPane {
  private static final double CARD_WIDTH = 400;

  private final Texts texts;
  private final WelcomeViewModel model;
  private final List<String> recentServers;
  private final VBox card = new VBox(24);

  public WelcomeView(Texts texts, WelcomeViewModel model, List<String> recentServers) {
    this.texts = texts;
    this.model = model;
    this.recentServers = recentServers;
    getStyleClass().add("welcome");
    card.getStyleClass().add("card");
    card.setMinWidth(CARD_WIDTH);
    card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
    StackPane middle = new StackPane(card);
    middle.getStyleClass().add("welcome");
    middle.setAlignment(Pos.CENTER);
    ScrollPane scroll = new ScrollPane(middle);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("welcome");
    getChildren().add(scroll);
    model.form().addListener((o, was, is) -> show());
    model.question().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    TrustQuestion question = model.question().get();
    card.getStyleClass().remove("changed-certificate");
    if (question != null) {
      card.getChildren().setAll(trustView(question));
      return;
    }
    Node form =
        switch (model.form().get()) {
          case SIGN_IN -> new SignInView(texts, model, recentServers);
          case REGISTER -> new RegisterView(texts, model);
        };
    card.getChildren().setAll(brand(), form);
    focusFirstEmpty(form);
  }

  private Node trustView(TrustQuestion question) {
    String host = question.server().toString();
    return question
        .known()
        .<Node>map(known -> {
          card.getStyleClass().add("changed-certificate");
          return TrustView.changed(
              texts, host, known, question.presented(), model::trust, model::distrust);
        })
        .orElseGet(() ->
            TrustView.firstMeeting(
                texts, host, question.presented(), model::trust, model::distrust));
  }

  private Label brand() {
    Label brand = new Label(texts.get("app.name"));
    brand.getStyleClass().add("brand");
    return brand;
  }

  /** Typing goes on where something is still to be typed. */
  private static void focusFirstEmpty(Node form) {
    form.lookupAll(".text-input").stream()
        .filter(javafx.scene.control.TextInputControl.class::isInstance)
        .map(javafx.scene.control.TextInputControl.class::cast)
        .filter(input -> input.isVisible() && input.getText().isEmpty())
        .findFirst()
        .ifPresent(WelcomeView::focusLater);
  }

  private static void focusLater(@Nullable Node input) {
    if (input != null) {
      input
          .sceneProperty()
          .subscribe(scene -> {
            if (scene != null) {
              input.requestFocus();
            }
          });
    }
  }
}
