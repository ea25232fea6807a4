package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import charla.client.chat.MessageState.Failed;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.layout.StackPane;

/** One message: its text and, in the corner, its time and state. */
final class BubbleView extends StackPane {
  private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
  private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final MetaView meta;
  private final MessageTextView text;

  BubbleView(MessageKit kit, MessageActions actions) {
    meta = new MetaView(kit, actions);
    text = new MessageTextView(kit.emojis().text(), actions::open, meta);
    getStyleClass().add("bubble");
    getChildren().add(text);
  }

  /** As wide as its longest line, px; no line is longer than fits into the widest. */
  double width(double widest) {
    double whole = snapSizeX(prefWidth(-1));
    if (whole <= widest) {
      return whole;
    }
    double around = snappedLeftInset() + snappedRightInset();
    return Math.min(snapSizeX(text.tightWidth(widest - around)) + around, widest);
  }

  void show(Row.Bubble bubble) {
    ChatMessage message = bubble.message();
    meta.show(message);
    text.show(message.content());
    pseudoClassStateChanged(OWN, message.own());
    pseudoClassStateChanged(LARGE, text.isLarge(message.content()));
    pseudoClassStateChanged(FAILED, message.state() instanceof Failed);
    getStyleClass().removeIf(name -> name.startsWith("place-"));
    getStyleClass().add("place-" + bubble.place().name().toLowerCase(Locale.ROOT));
  }
}
