package charla.client.desktop;

/**
 * Something to be told beside the windows.
 *
 * @param about a later one about the same takes its place
 * @param title may hold what others wrote
 * @param text only words of the app's own: some desktops read it as markup
 * @param open what a click does; on any thread
 */
public record Notification(
    String about, String title, String text, Urgency urgency, Runnable open) {
  /** How much it matters that it is seen. */
  public enum Urgency {
    NORMAL,
    /** It stands there until it is withdrawn, where the desktop can do that. */
    URGENT
  }
}
