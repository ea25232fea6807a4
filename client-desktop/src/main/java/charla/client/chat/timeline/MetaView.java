package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import charla.client.chat.MessageState.Failed;
import charla.client.notice.ProblemTexts;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The time of a message and, of an own one, how far it has come. */
final class MetaView extends HBox {
  private static final double HEIGHT = 14;
  private static final double BASE_LINE = 11;

  private final MessageKit kit;
  private final Label time = new Label();
  private final StateIconView state = new StateIconView();
  private final Tooltip tooltip = new Tooltip();
  private final MessageMenuView menu;

  MetaView(MessageKit kit, MessageActions actions) {
    super(4);
    this.kit = kit;
    this.menu = new MessageMenuView(kit.texts(), actions);
    getStyleClass().add("message-meta");
    setAlignment(Pos.CENTER_RIGHT);
    getChildren().setAll(time, state);
    Tooltip.install(this, tooltip);
  }

  /** No higher than a line of letters, so that the line it ends is as high as any other. */
  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  @Override
  public double getBaselineOffset() {
    return BASE_LINE;
  }

  void show(ChatMessage message) {
    boolean failed = message.state() instanceof Failed;
    time.setText(failed ? kit.texts().get("message.notSent") : kit.times().time(message.at()));
    setCursor(failed ? Cursor.HAND : Cursor.DEFAULT);
    setOnMouseClicked(
        failed ? click -> menu.ofFailed(message).show(this, Side.BOTTOM, 0, 4) : null);
    state.setVisible(message.own());
    state.setManaged(message.own());
    state.show(message.state());
    tooltip.setText(tip(message));
  }

  private String tip(ChatMessage message) {
    String when = kit.times().full(message.at());
    if (message.state() instanceof Failed(var problem)) {
      return when + "\n" + stateName(message) + ": " + new ProblemTexts(kit.texts()).of(problem);
    }
    return message.own() ? when + "\n" + stateName(message) : when;
  }

  private String stateName(ChatMessage message) {
    return kit.texts().get("message.state." + StateIconView.key(message.state()));
  }
}
