package charla.server.call;

import charla.protocol.Bodies;
import charla.protocol.CallId;
import charla.protocol.ErrorCode;
import charla.protocol.UserId;
import charla.server.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** The calls that a person had. Every method may block and is safe for any thread. */
public final class CallHistory {
  private final Calls calls;
  private final Exchange exchange;
  private final Announcer announcer;

  CallHistory(Calls calls, Exchange exchange, Announcer announcer) {
    this.calls = calls;
    this.exchange = exchange;
    this.announcer = announcer;
  }

  /**
   * One's own calls that have ended, the newest first.
   *
   * @param before only those older than this one; null for the newest
   * @throws Refusal {@code not_found} when {@code before} is no call of this person
   */
  public Bodies.Calls of(UserId userId, @Nullable CallId before, int limit) {
    if (before != null) {
      exchange.require(before, userId);
    }
    return new Bodies.Calls(announcer.view(calls.of(userId, before, limit)));
  }

  /**
   * Takes one out of one's own list.
   *
   * @throws Refusal {@code not_found}; {@code invalid_request} for a call that lives
   */
  public void hide(UserId userId, CallId id) {
    if (exchange.require(id, userId).isLive()) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "a call that lives has no history");
    }
    calls.hide(id, userId);
  }
}
