package charla.client.ui;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons and the buttons made of one: never without a name that can be read aloud and a tooltip. */
public final class Icons {
  private static final double LAID_DOWN = 135;

  private Icons() {}

  /** A line icon; its size and colour come from the style class ({@code icon}, 18 px). */
  public static FontIcon of(Ikon ikon) {
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().add("icon");
    return icon;
  }

  /** A receiver: the one sign for taking a call and for calling again. */
  public static Node receiver() {
    return of(BootstrapIcons.TELEPHONE_FILL);
  }

  /** The same laid down: for ending and for declining a call. As wide as it looks. */
  public static Node hangUp() {
    Node icon = receiver();
    icon.setRotate(LAID_DOWN);
    return new Group(icon);
  }

  /**
   * @param name what the button does, for the tooltip and for screen readers
   */
  public static Button button(Ikon ikon, String name) {
    Button button = new Button(null, of(ikon));
    button.getStyleClass().addAll("icon-button", "flat");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    return button;
  }
}
