package charla.client.shell;

import charla.client.net.LinkState;
import charla.client.notice.Problem;
import charla.client.notice.ProblemTexts;
import charla.client.ui.Icons;
import charla.client.ui.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** One line above everything while the app is not connected: what is the matter, and what helps. */
final class BannerView extends HBox {
  /** Most connections take less: a banner that flashes at each start only worries. */
  private static final Duration PATIENCE = Duration.seconds(2);

  private final Texts texts;
  private final ProblemTexts words;
  private final Label text = new Label();
  private final Hyperlink retry;
  private final PauseTransition patience = new PauseTransition(PATIENCE);

  BannerView(Texts texts, ProblemTexts words, ObservableValue<LinkState> link, Runnable retryNow) {
    super(12);
    this.texts = texts;
    this.words = words;
    setId("banner");
    getStyleClass().add("banner");
    setAlignment(Pos.CENTER_LEFT);
    retry = new Hyperlink(texts.get("banner.retry"));
    retry.setOnAction(event -> retryNow.run());
    text.setGraphic(Icons.of(BootstrapIcons.WIFI_OFF));
    text.setWrapText(true);
    Region space = new Region();
    setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(text, space, retry);
    patience.setOnFinished(event -> setShown(true));
    link.subscribe(this::show);
  }

  private void show(LinkState state) {
    switch (state) {
      case LinkState.Online() -> hide();
      case LinkState.Connecting(var _) -> connecting();
      case LinkState.Waiting(var _, var problem) -> say(waiting(problem), true);
      case LinkState.Stopped(var problem) -> say(words.of(problem), false);
    }
    boolean blocked =
        state instanceof LinkState.Stopped(var problem)
            && problem instanceof Problem.CertificateChanged;
    getStyleClass().removeAll("blocking");
    if (blocked) {
      getStyleClass().add("blocking");
    }
  }

  private void hide() {
    patience.stop();
    setShown(false);
  }

  private void connecting() {
    if (!isVisible()) {
      text.setText(texts.get("banner.connecting"));
      retry.setVisible(false);
      patience.playFromStart();
    }
  }

  private void say(String what, boolean canRetry) {
    patience.stop();
    text.setText(what);
    retry.setVisible(canRetry);
    setShown(true);
  }

  private String waiting(Problem problem) {
    return switch (problem) {
      case Problem.ServerRestarting() -> texts.get("banner.restarting");
      case Problem.Unreachable(var _), Problem.Offline() -> texts.get("banner.offline");
      default -> words.of(problem);
    };
  }

  private void setShown(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
