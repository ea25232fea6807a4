package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import java.net.URI;
import javafx.beans.value.ObservableValue;

/** What can be done with a message; the views only ask. */
public interface MessageActions {
  /** Opens the address in the system's browser. */
  void open(URI link);

  /** Puts the text into the clipboard. */
  void copy(String text);

  /** Sends a failed message again. */
  void resend(ChatMessage message);

  /** Calls the other one. */
  void callBack();

  /** Whether they cannot be called now. */
  ObservableValue<Boolean> hindered();

  /** Drops a failed message. */
  void discard(ChatMessage message);
}
