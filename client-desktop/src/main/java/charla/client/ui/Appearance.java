package charla.client.ui;

/** Light, dark, or whatever the system says. */
public enum Appearance {
  SYSTEM,
  LIGHT,
  DARK
}
