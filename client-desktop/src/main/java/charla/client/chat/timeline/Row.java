package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import java.time.LocalDate;

/** One line of the timeline. */
public sealed interface Row {
  /** The chip that begins a day. */
  record Day(LocalDate date) implements Row {}

  /** Below it is what was not read when the conversation was opened. */
  record NewMessages() implements Row {}

  record Bubble(ChatMessage message, Place place) implements Row {}

  /** Where a bubble stands among those that belong together. */
  enum Place {
    ALONE,
    FIRST,
    MIDDLE,
    LAST;

    boolean beginsGroup() {
      return this == ALONE || this == FIRST;
    }
  }
}
