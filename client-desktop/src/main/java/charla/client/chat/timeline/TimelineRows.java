package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Turns messages into rows: a chip where a day begins, a divider above the first unread message,
 * and bubbles of one person grouped while less than five minutes lie between them. Pure.
 */
final class TimelineRows {
  private static final Duration TOGETHER = Duration.ofMinutes(5);
  private static final int NONE = -1;

  private final List<ChatMessage> messages;
  private final ZoneId zone;
  private final int firstUnread;

  private TimelineRows(List<ChatMessage> messages, OptionalLong readUpTo, ZoneId zone) {
    this.messages = messages.stream().filter(message -> !message.isHidden()).toList();
    this.zone = zone;
    this.firstUnread = readUpTo.isPresent() ? firstUnread(readUpTo.getAsLong()) : NONE;
  }

  /**
   * @param messages in rising order
   * @param readUpTo the last number that was read when the conversation was opened; empty for no
   *     divider
   */
  static List<Row> of(List<ChatMessage> messages, OptionalLong readUpTo, ZoneId zone) {
    return new TimelineRows(messages, readUpTo, zone).rows();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>(messages.size() + 16);
    for (int i = 0; i < messages.size(); i++) {
      if (i == 0 || !day(i).equals(day(i - 1))) {
        rows.add(new Row.Day(day(i)));
      }
      if (i == firstUnread) {
        rows.add(new Row.NewMessages());
      }
      rows.add(new Row.Bubble(messages.get(i), place(joinsAbove(i), joinsAbove(i + 1))));
    }
    return rows;
  }

  private boolean joinsAbove(int i) {
    if (i == 0 || i == messages.size() || i == firstUnread) {
      return false;
    }
    ChatMessage above = messages.get(i - 1);
    ChatMessage message = messages.get(i);
    return above.call() == null
        && message.call() == null
        && above.fromUser().equals(message.fromUser())
        && day(i - 1).equals(day(i))
        && Duration.between(above.at(), message.at()).compareTo(TOGETHER) < 0;
  }

  private static Row.Place place(boolean joinsAbove, boolean joinsBelow) {
    if (joinsAbove) {
      return joinsBelow ? Row.Place.MIDDLE : Row.Place.LAST;
    }
    return joinsBelow ? Row.Place.FIRST : Row.Place.ALONE;
  }

  /** None while the read part is not in view: what is first unread is not known then. */
  private int firstUnread(long readUpTo) {
    if (messages.isEmpty() || messages.getFirst().seq() > readUpTo + 1) {
      return NONE;
    }
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).isForReading() && messages.get(i).seq() > readUpTo) {
        return i;
      }
    }
    return NONE;
  }

  private LocalDate day(int i) {
    return messages.get(i).at().atZone(zone).toLocalDate();
  }
}
