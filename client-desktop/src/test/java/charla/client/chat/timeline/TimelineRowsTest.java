package charla.client.chat.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.chat.ChatMessage;
import charla.client.chat.MessageState;
import charla.protocol.CallId;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ClientId;
import charla.protocol.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineRowsTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  /** Messages are "who day/hour:minute"; rows are a day in brackets, "---", or who and place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one alone           | ana 3/10:00                           |     | [3] ana:alone
          close ones join     | ana 3/10:00, ana 3/10:01, ana 3/10:05 |     | [3] ana:first ana:middle ana:last
          five minutes part   | ana 3/10:00, ana 3/10:05              |     | [3] ana:alone ana:alone
          people part         | ana 3/10:00, me 3/10:01               |     | [3] ana:alone me:alone
          midnight parts      | ana 3/23:59, ana 4/00:01              |     | [3] ana:alone [4] ana:alone
          all read            | ana 3/10:00, ana 3/10:01              | 2   | [3] ana:first ana:last
          one unread          | ana 3/10:00, ana 3/10:01              | 1   | [3] ana:alone --- ana:alone
          everything unread   | ana 3/10:00, ana 3/10:01              | 0   | [3] --- ana:first ana:last
          own are never unread| ana 3/10:00, me 3/10:01, ana 3/10:02  | 1   | [3] ana:alone me:alone --- ana:alone
          the same day later  | ana 3/10:00, me 3/15:00               |     | [3] ana:alone me:alone
          """)
  void messagesBecomeRows(String story, String messages, Long readUpTo, String rows) {
    OptionalLong mark = readUpTo == null ? OptionalLong.empty() : OptionalLong.of(readUpTo);

    assertThat(show(TimelineRows.of(messages(messages), mark, MADRID))).as(story).isEqualTo(rows);
  }

  @Test
  void noMessagesAreNoRows() {
    assertThat(TimelineRows.of(List.of(), OptionalLong.of(0), MADRID)).isEmpty();
  }

  @Test
  void whereTheReadPartIsOutOfViewThereIsNoDivider() {
    List<ChatMessage> later = messages("ana 3/10:00, ana 3/10:01, ana 3/10:02").subList(1, 3);

    assertThat(show(TimelineRows.of(later, OptionalLong.of(0), MADRID)))
        .isEqualTo("[3] ana:first ana:last");
  }

  @Test
  void aDayIsTheReadersDay() {
    List<ChatMessage> lateInMadrid = messages("ana 3/00:30, ana 3/00:31");

    assertThat(show(TimelineRows.of(lateInMadrid, OptionalLong.empty(), ZoneId.of("UTC"))))
        .isEqualTo("[2] ana:first ana:last");
  }

  @Test
  void aCallThatWasAnsweredIsNothingNew() {
    ChatMessage written = messages("ana 3/10:00").getFirst();
    List<ChatMessage> answered =
        List.of(
            new ChatMessage(
                written.clientId(),
                1,
                written.fromUser(),
                false,
                "",
                written.at(),
                written.state(),
                new CallLine(new CallId("a".repeat(24)), CallReason.COMPLETED, 12L)));

    assertThat(TimelineRows.of(answered, OptionalLong.of(0), MADRID))
        .noneMatch(Row.NewMessages.class::isInstance);
  }

  private static List<ChatMessage> messages(String table) {
    List<ChatMessage> messages = new ArrayList<>();
    for (String cell : table.split(", ", -1)) {
      messages.add(message(messages.size() + 1L, cell.split("[ /]")));
    }
    return messages;
  }

  private static ChatMessage message(long seq, String[] whoDayTime) {
    boolean own = whoDayTime[0].equals("me");
    Instant at =
        LocalDateTime.parse("2026-03-0" + whoDayTime[1] + "T" + whoDayTime[2])
            .atZone(MADRID)
            .toInstant();
    return new ChatMessage(
        new ClientId("%032x".formatted(seq)),
        seq,
        new UserId((own ? "1" : "2").repeat(24)),
        own,
        "text",
        at,
        own ? MessageState.Step.SENT : MessageState.Step.READ);
  }

  private static String show(List<Row> rows) {
    return rows.stream()
        .map(row ->
            switch (row) {
              case Row.Day day -> "[" + day.date().getDayOfMonth() + "]";
              case Row.NewMessages divider -> "---";
              case Row.Bubble bubble ->
                  (bubble.message().own() ? "me:" : "ana:")
                      + bubble.place().name().toLowerCase(java.util.Locale.ROOT);
            })
        .collect(Collectors.joining(" "));
  }
}
