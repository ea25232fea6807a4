package charla.client.chat.timeline;

import charla.client.chat.MessageState;
import charla.client.chat.MessageState.Failed;
import charla.client.chat.MessageState.Step;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How far an own message has come, told apart by shape and not by colour alone: a clock, one check,
 * two thin checks, two heavy checks, a warning sign.
 */
public final class StateIconView extends StackPane {
  private static final String CHECK = "M1,6.5 L4.5,10 L11.5,2";
  private static final String CHECKS = "M1,6.5 L4.5,10 L11.5,2 M7.5,9.3 L8.2,10 L15.2,2";

  public StateIconView() {
    getStyleClass().add("state-icon");
    setMinSize(16, 14);
    setMaxSize(16, 14);
  }

  public void show(MessageState state) {
    getChildren().setAll(shape(state));
  }

  /** The last part of the key of the state's name. */
  public static String key(MessageState state) {
    return switch (state) {
      case Step.WAITING -> "waiting";
      case Step.SENT -> "sent";
      case Step.DELIVERED -> "delivered";
      case Step.READ -> "read";
      case Failed failed -> "failed";
    };
  }

  private static Node shape(MessageState state) {
    Node shape =
        switch (state) {
          case Step.WAITING -> new FontIcon(BootstrapIcons.CLOCK);
          case Step.SENT -> path(CHECK);
          case Step.DELIVERED, Step.READ -> path(CHECKS);
          case Failed failed -> new FontIcon(BootstrapIcons.EXCLAMATION_TRIANGLE);
        };
    shape.getStyleClass().add("state-" + key(state));
    return shape;
  }

  private static SVGPath path(String content) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    path.getStyleClass().add("state-check");
    return path;
  }
}
