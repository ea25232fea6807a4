package charla.client.chat.timeline;

import charla.client.ui.Pseudo;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A bubble at its side: own ones at the right; never wider than two thirds of the timeline. */
final class BubbleRowView extends Region {
  private static final double WIDEST_SHARE = 0.65;
  private static final double WIDEST = 640;
  private static final double SIDE = 20;
  private static final double BETWEEN_GROUPS = 10;
  private static final double WITHIN_GROUP = 2;

  private final BubbleView bubble;
  private boolean own;

  BubbleRowView(BubbleView bubble) {
    this.bubble = bubble;
    setMinWidth(0);
    getChildren().add(bubble);
  }

  void show(Row.Bubble row) {
    own = row.message().own();
    setPadding(
        new Insets(row.place().beginsGroup() ? BETWEEN_GROUPS : WITHIN_GROUP, SIDE, 0, SIDE));
    bubble.show(row);
    requestLayout();
  }

  void mark(boolean current) {
    bubble.pseudoClassStateChanged(Pseudo.CURRENT, current);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** A new row is measured before its styles were applied, which would be in another font. */
  @Override
  protected double computePrefHeight(double width) {
    applyCss();
    return getInsets().getTop() + bubble.prefHeight(bubbleWidth(width));
  }

  @Override
  protected void layoutChildren() {
    double width = bubbleWidth(getWidth());
    double x = own ? getWidth() - getInsets().getRight() - width : getInsets().getLeft();
    double y = getInsets().getTop();
    bubble.resizeRelocate(snapPositionX(x), y, width, getHeight() - y);
  }

  private double bubbleWidth(double available) {
    return bubble.width(Math.floor(Math.min(WIDEST, available * WIDEST_SHARE)));
  }
}
