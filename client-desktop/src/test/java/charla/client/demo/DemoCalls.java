package charla.client.demo;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ConversationId;
import charla.protocol.SessionId;
import charla.protocol.User;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The calls that the people of the pictures made. */
final class DemoCalls {
  private static final User ME = DemoServer.ME;
  private static final User ANA = DemoTalk.ANA;
  private static final User DAD = DemoTalk.DAD;

  /** The one that several people's list has second. */
  static final CallId WITH_DAD = new CallId("%024x".formatted(3));

  private DemoCalls() {}

  static void several(DemoServer server) {
    DemoTalk.all(server);
    add(server, 1, ANA, ME, "2026-03-03T14:02", CallReason.CANCELLED, 0);
    add(server, 2, ANA, ME, "2026-03-03T14:01", CallReason.NO_ANSWER, 0);
    add(server, 3, ME, DAD, "2026-03-03T13:45", CallReason.COMPLETED, 751);
    add(server, 4, DAD, ME, "2026-03-02T20:11", CallReason.COMPLETED, 4230);
    add(server, 5, DemoTalk.LONG, ME, "2026-03-02T19:02", CallReason.BUSY, 0);
    add(server, 6, ME, ANA, "2026-03-02T18:30", CallReason.DECLINED, 0);
    add(server, 7, ME, ANA, "2026-03-01T09:12", CallReason.NO_ANSWER, 0);
    add(server, 8, ME, DemoTalk.LONG, "2026-02-20T10:00", CallReason.COMPLETED, 65);
    add(server, 9, DAD, ME, "2026-02-14T17:55", CallReason.NO_ANSWER, 0);
  }

  static void one(DemoServer server) {
    DemoTalk.ana(server);
    add(server, 1, ME, ANA, "2026-03-03T13:45", CallReason.COMPLETED, 751);
  }

  /** A thousand, with a hundred people. */
  static void thousand(DemoServer server) {
    DemoTalk.all(server);
    Instant last = Instant.parse("2026-03-03T14:00:00Z");
    CallReason[] reasons = {CallReason.COMPLETED, CallReason.NO_ANSWER, CallReason.DECLINED};
    for (int n = 0; n < 1000; n++) {
      User other =
          DemoServer.person(100 + n % 100, "n" + n % 100, "Neighbour " + n % 100, true, null);
      CallReason reason = reasons[n % reasons.length];
      Instant begun = last.minus(Duration.ofMinutes(97L * n));
      long seconds = reason == CallReason.COMPLETED ? 30 + n : 0;
      server.called(
          call(1 + n, n % 2 == 0 ? ME : other, n % 2 == 0 ? other : ME, begun, reason, seconds));
    }
  }

  /** What becomes of calls, as lines of a conversation. */
  static void lines(DemoServer server) {
    server
        .talk(ANA)
        .said("2026-03-03T09:58", "Good morning ☀️")
        .rang("2026-03-03T10:02", CallReason.CANCELLED, null)
        .answered("2026-03-03T10:10", "Sorry, I was in the shower. Calling you now")
        .dialled("2026-03-03T10:11", CallReason.COMPLETED, 751L)
        .said("2026-03-03T10:25", "That was nice")
        .dialled("2026-03-03T12:00", CallReason.NO_ANSWER, null)
        .dialled("2026-03-03T12:03", CallReason.DECLINED, null)
        .rang("2026-03-03T12:20", CallReason.LOST, 65L)
        .dialled("2026-03-03T12:22", CallReason.BUSY, null)
        .rang("2026-03-03T13:30", CallReason.NO_ANSWER, null)
        .marks(0, 0);
    add(server, 1, ANA, ME, "2026-03-03T13:30", CallReason.NO_ANSWER, 0);
  }

  private static void add(
      DemoServer server, int n, User caller, User callee, String at, CallReason reason, long s) {
    server.called(call(n, caller, callee, Instant.parse(at + ":00Z"), reason, s));
  }

  private static Call call(
      int n, User caller, User callee, Instant begun, CallReason reason, long seconds) {
    @Nullable Instant answered = seconds == 0 ? null : begun;
    return new Call(
        new CallId("%024x".formatted(n)),
        new ConversationId("c".repeat(24)),
        2,
        Call.State.ENDED,
        caller,
        callee,
        new SessionId("6".repeat(24)),
        null,
        null,
        begun,
        answered,
        begun.plusSeconds(seconds),
        reason);
  }
}
