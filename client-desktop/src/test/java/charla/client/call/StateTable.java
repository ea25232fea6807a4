package charla.client.call;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.SessionId;
import charla.protocol.Signal;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All states of a call against all that may happen to it. */
final class StateTable {
  private static final CallId ID = new CallId("a".repeat(24));
  private static final CallId ANOTHER = new CallId("b".repeat(24));
  private static final SessionId HERE = new SessionId("1".repeat(24));
  private static final SessionId OTHER_OF_MINE = new SessionId("2".repeat(24));
  private static final SessionId THERE = new SessionId("3".repeat(24));
  private static final User ME = person(1);
  private static final User PEER = person(2);
  private static final User THIRD = person(3);
  static final Line CALLER = new Line(ID, PEER, Media.Role.CALLER);
  private static final Line CALLEE = new Line(ID, PEER, Media.Role.CALLEE);

  /** A state to begin with. */
  record Column(Line line, CallState state) {
    String name() {
      return state instanceof Over ? "Over" : nameOf(state);
    }

    Step after(Row row) {
      return state.on(row.event().apply(this));
    }
  }

  /** Something that happens, as it happens to a state of such a line. */
  record Row(String name, Function<Column, CallEvent> event) {}

  static final List<Column> WITHOUT_AN_ANSWER =
      List.of(
          new Column(CALLEE, new Idle()),
          new Column(CALLER, new Dialing(CALLER, Dialing.Reached.NOBODY, Early.NOTHING)),
          new Column(CALLER, new Dialing(CALLER, Dialing.Reached.SERVER, Early.NOTHING)),
          new Column(CALLEE, new Ringing(CALLEE)),
          new Column(CALLEE, new Over(CALLEE, Ending.COMPLETED, "")));

  static final List<Column> ANSWERED =
      List.of(
          new Column(CALLEE, new Connecting(CALLEE, false, Early.NOTHING, false, Own.OPEN, false)),
          new Column(CALLER, new Connecting(CALLER, true, Early.NOTHING, true, Own.OPEN, false)),
          new Column(CALLER, talking(Talking.Path.GOOD)),
          new Column(CALLER, talking(Talking.Path.DOUBTED)),
          new Column(CALLER, talking(Talking.Path.BROKEN)));

  static final List<Row> ROWS =
      List.of(
          new Row("dials the same one", _ -> new CallEvent.Dial(ANOTHER, PEER)),
          new Row("dials another one", _ -> new CallEvent.Dial(ANOTHER, THIRD)),
          new Row("accepts", _ -> new CallEvent.Accept()),
          new Row("declines", _ -> new CallEvent.Decline()),
          new Row("ignores", _ -> new CallEvent.Ignore()),
          new Row("hangs up", _ -> new CallEvent.HangUp()),
          new Row("mutes", _ -> new CallEvent.Mute()),
          new Row("unmutes", _ -> new CallEvent.Unmute()),
          new Row("holds", _ -> new CallEvent.Hold()),
          new Row("unholds", _ -> new CallEvent.Unhold()),
          new Row("has read the end", _ -> new CallEvent.Dismiss()),
          new Row("told: dialing", at -> told(at.line(), Call.State.DIALING)),
          new Row("told: ringing", at -> told(at.line(), Call.State.RINGING)),
          new Row("told: answered", at -> told(at.line(), Call.State.CONNECTING)),
          new Row("told: active", at -> told(at.line(), Call.State.ACTIVE)),
          new Row("told: ended", at -> told(at.line(), Call.State.ENDED)),
          new Row("told: elsewhere", at -> elsewhere(at.line())),
          new Row("told: glare", _ -> told(ANOTHER, PEER, HERE, Call.State.CONNECTING)),
          new Row("told: third calls", _ -> told(ANOTHER, THIRD, null, Call.State.DIALING)),
          new Row("relay", _ -> new CallEvent.Relay(ID, List.of())),
          new Row("hears an offer", _ -> new CallEvent.Heard(ID, new Signal.Offer("sdp"))),
          new Row("hears a hold", _ -> new CallEvent.Heard(ID, new Signal.Hold(true))),
          new Row("refused: in a call", _ -> new CallEvent.Refused(ID, ErrorCode.IN_A_CALL)),
          new Row("refused: not found", _ -> new CallEvent.Refused(ID, ErrorCode.NOT_FOUND)),
          new Row("refused: not now", _ -> new CallEvent.Refused(ID, ErrorCode.UNAVAILABLE)),
          new Row("says", _ -> new CallEvent.Says(ID, new Signal.Answer("sdp"))),
          new Row("path found", _ -> new CallEvent.PathFound(ID)),
          new Row("path broken", _ -> new CallEvent.PathBroken(ID)),
          new Row("path failed", _ -> new CallEvent.PathFailed(ID)),
          new Row("audio measured", _ -> new CallEvent.Measured(ID)),
          new Row("online again", _ -> new CallEvent.Online()),
          new Row("slept", _ -> new CallEvent.Slept()),
          new Row("first time is up", at -> new CallEvent.TimeUp(first(at.state()))),
          new Row("last time is up", at -> new CallEvent.TimeUp(last(at.state()))));

  /** One of each kind that is about another call than the one at hand. */
  static final List<CallEvent> OF_ANOTHER_CALL =
      List.of(
          new CallEvent.Relay(ANOTHER, List.of()),
          new CallEvent.Heard(ANOTHER, new Signal.Hold(true)),
          new CallEvent.Refused(ANOTHER, ErrorCode.NOT_FOUND),
          new CallEvent.Says(ANOTHER, new Signal.CandidatesEnd()),
          new CallEvent.PathFound(ANOTHER),
          new CallEvent.PathBroken(ANOTHER),
          new CallEvent.PathFailed(ANOTHER),
          new CallEvent.Measured(ANOTHER));

  private StateTable() {}

  static List<Column> columns() {
    return Stream.concat(WITHOUT_AN_ANSWER.stream(), ANSWERED.stream()).toList();
  }

  /** Where each row leads from each column; a dot where nothing comes of it. */
  static String of(List<Column> columns) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(line("", columns.stream().map(Column::name)));
    ROWS.forEach(
        row -> lines.add(line(row.name(), columns.stream().map(column -> cell(column, row)))));
    int width = lines.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
    String cell = "%-" + width + "s ";
    return lines.stream()
        .map(line ->
            line.stream().map(cell::formatted).collect(Collectors.joining()).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> line(String first, Stream<String> cells) {
    return Stream.concat(Stream.of(first), cells).toList();
  }

  private static String cell(Column column, Row row) {
    Step step = column.after(row);
    return step.isIgnored() ? "." : nameOf(step.next());
  }

  private static String nameOf(CallState state) {
    return switch (state) {
      case Dialing dialing when dialing.reached() == Dialing.Reached.NOBODY -> "Unheard";
      case Connecting connecting when !connecting.confirmed() -> "Accepted";
      case Talking talking when talking.path() == Talking.Path.DOUBTED -> "Doubted";
      case Talking talking when talking.path() == Talking.Path.BROKEN -> "Broken";
      case Over over -> over.ending().name();
      default -> state.getClass().getSimpleName();
    };
  }

  private static Timer first(CallState state) {
    return switch (state) {
      case Dialing _ -> Timer.SERVER;
      case Talking _ -> Timer.RESTART;
      case Over _ -> Timer.BRIEFLY;
      default -> last(state);
    };
  }

  private static Timer last(CallState state) {
    return switch (state) {
      case Idle _, Dialing _, Ringing _ -> Timer.ANSWER;
      case Connecting _ -> Timer.PATH;
      case Talking _ -> Timer.LOST;
      case Over _ -> Timer.LONG;
    };
  }

  private static CallState talking(Talking.Path path) {
    return new Talking(CALLER, path, Own.OPEN, false);
  }

  /** Of the call at hand, which is answered here or there. */
  private static CallEvent told(Line line, Call.State state) {
    boolean answered = state == Call.State.CONNECTING || state == Call.State.ACTIVE;
    SessionId answers = line.role() == Media.Role.CALLER ? THERE : HERE;
    return told(ID, line.role() == Media.Role.CALLER ? ME : PEER, answered ? answers : null, state);
  }

  /** Another device of this person has answered, or calls somebody. */
  private static CallEvent elsewhere(Line line) {
    return line.role() == Media.Role.CALLER
        ? new CallEvent.Told(
            call(ANOTHER, ME, OTHER_OF_MINE, null, Call.State.DIALING), Part.CALLS_ELSEWHERE)
        : told(ID, PEER, OTHER_OF_MINE, Call.State.CONNECTING);
  }

  private static CallEvent told(
      CallId id, User caller, @Nullable SessionId answers, Call.State state) {
    Call call = call(id, caller, caller.equals(ME) ? HERE : THERE, answers, state);
    return new CallEvent.Told(call, Part.of(call, ME.id(), HERE));
  }

  private static Call call(
      CallId id, User caller, SessionId calling, @Nullable SessionId answers, Call.State state) {
    Instant now = Instant.parse("2026-03-03T14:30:00Z");
    boolean ended = state == Call.State.ENDED;
    return new Call(
        id,
        new ConversationId("c".repeat(24)),
        2,
        state,
        caller,
        caller.equals(ME) ? PEER : ME,
        calling,
        answers,
        answers == null ? null : "Laptop",
        now,
        answers == null ? null : now,
        ended ? now : null,
        ended ? CallReason.DECLINED : null);
  }

  private static User person(int n) {
    return new User(
        new UserId("%024x".formatted(n)), new Username("person" + n), "Person " + n, false, null);
  }
}
