package charla.client.call;

import static charla.client.call.Ringer.Sound.CHIME;
import static charla.client.call.Ringer.Sound.CLICK;
import static charla.client.call.Ringer.Sound.RECONNECTING;
import static charla.client.call.Ringer.Sound.RING;
import static charla.client.call.Ringer.Sound.RINGBACK;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.call.StateTable.Column;
import charla.client.call.StateTable.Row;
import charla.client.ui.Texts;
import charla.protocol.CallReason;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** What every event does in every state: whoever adds one has to say so here. */
class CallStateTableTest {
  @Test
  void everyEventLeadsWhereTheTableSaysWithoutAnAnswer() {
    assertThat(StateTable.of(StateTable.WITHOUT_AN_ANSWER))
        .isEqualTo(
            """
                               Idle               Unheard            Dialing            Ringing            Over
            dials the same one Unheard            .                  .                  Accepted           Unheard
            dials another one  Unheard            .                  .                  Unheard            Unheard
            accepts            .                  .                  .                  Accepted           .
            declines           .                  .                  .                  Idle               .
            ignores            .                  .                  .                  Idle               .
            hangs up           .                  Idle               Idle               .                  .
            mutes              .                  .                  .                  .                  .
            unmutes            .                  .                  .                  .                  .
            holds              .                  .                  .                  .                  .
            unholds            .                  .                  .                  .                  .
            has read the end   .                  .                  .                  .                  Idle
            told: dialing      Ringing            Dialing            Dialing            Ringing            Ringing
            told: ringing      Ringing            Dialing            Dialing            Ringing            Ringing
            told: answered     .                  Connecting         Connecting         .                  .
            told: active       .                  Connecting         Connecting         .                  .
            told: ended        .                  DECLINED           DECLINED           Idle               .
            told: elsewhere    .                  .                  .                  ELSEWHERE          .
            told: glare        .                  Connecting         Connecting         .                  .
            told: third calls  Ringing            .                  .                  .                  Ringing
            relay              .                  Unheard            Dialing            .                  .
            hears an offer     .                  Unheard            Dialing            .                  .
            hears a hold       .                  Unheard            Dialing            .                  .
            refused: in a call .                  ALREADY_IN_A_CALL  ALREADY_IN_A_CALL  Idle               .
            refused: not found .                  NOT_ALLOWED        NOT_ALLOWED        Idle               .
            refused: not now   .                  REFUSED            REFUSED            .                  .
            says               .                  .                  .                  .                  .
            path found         .                  .                  .                  .                  .
            path broken        .                  .                  .                  .                  .
            path failed        .                  .                  .                  .                  .
            audio measured     .                  .                  .                  .                  .
            online again       .                  Unheard            Dialing            Ringing            .
            slept              .                  .                  .                  .                  .
            first time is up   .                  OFFLINE            NO_ANSWER          Idle               Idle
            last time is up    .                  OFFLINE            NO_ANSWER          Idle               Idle\
            """);
  }

  @Test
  void everyEventLeadsWhereTheTableSaysAfterAnAnswer() {
    assertThat(StateTable.of(StateTable.ANSWERED))
        .isEqualTo(
            """
                               Accepted           Connecting         Talking            Doubted            Broken
            dials the same one .                  .                  .                  .                  .
            dials another one  .                  .                  .                  .                  .
            accepts            .                  .                  .                  .                  .
            declines           .                  .                  .                  .                  .
            ignores            .                  .                  .                  .                  .
            hangs up           COMPLETED          COMPLETED          COMPLETED          COMPLETED          COMPLETED
            mutes              Accepted           Connecting         Talking            Doubted            Broken
            unmutes            Accepted           Connecting         Talking            Doubted            Broken
            holds              .                  .                  Talking            Doubted            Broken
            unholds            .                  .                  Talking            Doubted            Broken
            has read the end   .                  .                  .                  .                  .
            told: dialing      Accepted           Connecting         Talking            Doubted            Broken
            told: ringing      Accepted           Connecting         Talking            Doubted            Broken
            told: answered     Connecting         Connecting         Talking            Doubted            Broken
            told: active       Connecting         Connecting         Talking            Doubted            Broken
            told: ended        DECLINED           DECLINED           DECLINED           DECLINED           DECLINED
            told: elsewhere    ELSEWHERE          .                  .                  .                  .
            told: glare        .                  .                  .                  .                  .
            told: third calls  .                  .                  .                  .                  .
            relay              Accepted           .                  .                  .                  .
            hears an offer     Accepted           Connecting         Talking            Doubted            Broken
            hears a hold       Accepted           Connecting         Talking            Doubted            Broken
            refused: in a call COMPLETED          .                  .                  .                  .
            refused: not found COMPLETED          .                  .                  .                  .
            refused: not now   Ringing            .                  Talking            Doubted            Broken
            says               .                  Connecting         Talking            Doubted            Broken
            path found         .                  Talking            Talking            Talking            Talking
            path broken        .                  .                  Broken             Broken             .
            path failed        .                  Connecting         Broken             Broken             Broken
            audio measured     .                  .                  Talking            Talking            Broken
            online again       Accepted           Connecting         Talking            Doubted            Broken
            slept              .                  .                  Doubted            .                  .
            first time is up   NO_PATH            NO_PATH            Talking            Doubted            Broken
            last time is up    NO_PATH            NO_PATH            LOST               LOST               LOST\
            """);
  }

  @Test
  void whatIsAboutAnotherCallIsIgnoredInEveryState() {
    assertThat(StateTable.OF_ANOTHER_CALL.stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(kinds(CallEvent.AboutOne.class));
    for (Column column : StateTable.columns()) {
      assertThat(StateTable.OF_ANOTHER_CALL)
          .as(column.name())
          .allMatch(event -> column.state().on(event).isIgnored());
    }
  }

  @Test
  void theTablesKnowEveryStateAndEveryEvent() {
    Column any = StateTable.columns().getFirst();

    assertThat(StateTable.columns().stream().<Class<?>>map(column -> column.state().getClass()))
        .containsAll(kinds(CallState.class));
    assertThat(StateTable.ROWS.stream().<Class<?>>map(row -> row.event().apply(any).getClass()))
        .containsAll(kinds(CallEvent.class));
  }

  @Test
  void soundsBeginWhereTheTableSays() {
    Map<String, Ringer.Sound> heard = new TreeMap<>();
    for (Column column : StateTable.columns()) {
      for (Row row : StateTable.ROWS) {
        Step step = column.after(row);
        if (!(step.next() instanceof Over)) {
          sound(step).ifPresent(sound -> heard.put(column.name() + ", " + row.name(), sound));
        }
      }
    }

    assertThat(heard)
        .containsOnly(
            Map.entry("Idle, told: dialing", RING),
            Map.entry("Idle, told: ringing", RING),
            Map.entry("Idle, told: third calls", RING),
            Map.entry("Over, told: dialing", RING),
            Map.entry("Over, told: ringing", RING),
            Map.entry("Over, told: third calls", RING),
            Map.entry("Accepted, refused: not now", RING),
            Map.entry("Unheard, told: ringing", RINGBACK),
            Map.entry("Unheard, told: answered", CLICK),
            Map.entry("Unheard, told: active", CLICK),
            Map.entry("Unheard, told: glare", CLICK),
            Map.entry("Dialing, told: ringing", RINGBACK),
            Map.entry("Dialing, told: answered", CLICK),
            Map.entry("Dialing, told: active", CLICK),
            Map.entry("Dialing, told: glare", CLICK),
            Map.entry("Ringing, accepts", CLICK),
            Map.entry("Ringing, dials the same one", CLICK),
            Map.entry("Connecting, path found", CHIME),
            Map.entry("Talking, slept", RECONNECTING),
            Map.entry("Talking, path broken", RECONNECTING),
            Map.entry("Talking, path failed", RECONNECTING),
            Map.entry("Doubted, path broken", RECONNECTING),
            Map.entry("Doubted, path failed", RECONNECTING));
  }

  @Test
  void theEndIsReadAndHeardAsTheTableSays() {
    CallWords words = new CallWords(new Texts(Locale.ENGLISH));
    String ends =
        Stream.of(Ending.values())
            .map(ending -> {
              Step over = CallState.over(StateTable.CALLER, ending);
              CallClock clock =
                  new CallClock(new SimpleObjectProperty<>(over.next()), InstantSource.system());
              return ending
                  + ": "
                  + words.status(over.next(), clock)
                  + ", "
                  + sound(over).orElseThrow();
            })
            .collect(Collectors.joining("\n"));

    assertThat(ends)
        .isEqualTo(
            """
            COMPLETED: Call ended, HANG_UP
            DECLINED: Declined, BUSY
            NO_ANSWER: No answer, LOW
            BUSY: Busy: in another call, BUSY
            UNREACHABLE: Not online, LOW
            NOT_ALLOWED: Not available, LOW
            LOST: Call lost, LOST
            NO_PATH: Could not connect, LOW
            ELSEWHERE: Answered on another device, HANG_UP
            ALREADY_IN_A_CALL: You are in a call on another device, LOW
            REFUSED: The server did not take this call. Try again., LOW
            OFFLINE: No connection to the server. Try again., LOW\
            """);
  }

  @Test
  void everyReasonOfTheServerIsAnEndingOfTheTable() {
    Map<CallReason, Ending> endings = new EnumMap<>(CallReason.class);
    for (CallReason reason : CallReason.values()) {
      endings.put(reason, Ending.of(reason));
    }

    assertThat(endings)
        .containsOnly(
            Map.entry(CallReason.COMPLETED, Ending.COMPLETED),
            Map.entry(CallReason.CANCELLED, Ending.COMPLETED),
            Map.entry(CallReason.DECLINED, Ending.DECLINED),
            Map.entry(CallReason.NO_ANSWER, Ending.NO_ANSWER),
            Map.entry(CallReason.BUSY, Ending.BUSY),
            Map.entry(CallReason.UNREACHABLE, Ending.UNREACHABLE),
            Map.entry(CallReason.NOT_ALLOWED, Ending.NOT_ALLOWED),
            Map.entry(CallReason.LOST, Ending.LOST),
            Map.entry(CallReason.ICE_FAILED, Ending.NO_PATH),
            Map.entry(CallReason.UNKNOWN, Ending.COMPLETED));
  }

  private static Optional<Ringer.Sound> sound(Step step) {
    return step.effects().stream()
        .filter(Effect.Play.class::isInstance)
        .map(effect -> ((Effect.Play) effect).sound())
        .findFirst();
  }

  /** All there are, below the sealed ones. */
  private static Set<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(kind -> kinds(kind).stream())
            .collect(Collectors.toSet())
        : Set.of(type);
  }
}
