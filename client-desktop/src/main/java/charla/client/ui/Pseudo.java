package charla.client.ui;

import javafx.css.PseudoClass;

/** States that style sheets ask for beyond JavaFX's own. */
public final class Pseudo {
  public static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  public static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  /** Somebody called in vain. */
  public static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

  /** There is little height. */
  public static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  /** All of it is in view. */
  public static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");

  private Pseudo() {}
}
