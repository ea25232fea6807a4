package charla.client.chat.composer;

/** What the composer does with what is written. */
public interface Outgoing {
  void send(String content);

  /** Keeps the text for later; called at every key. */
  void keepDraft(String text);

  /** Tells the other one; called at every key. */
  void typing();
}
