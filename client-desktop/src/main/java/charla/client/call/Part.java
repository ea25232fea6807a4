package charla.client.call;

import charla.protocol.Call;
import charla.protocol.SessionId;
import charla.protocol.UserId;

/** What a device has to do with a call. */
public enum Part {
  /** It calls. */
  CALLER,
  /** Another device of the same person calls. */
  CALLS_ELSEWHERE,
  /** It may answer. */
  CALLEE,
  /** It has answered. */
  ANSWERED_HERE,
  /** Another device of the same person has answered. */
  ANSWERED_ELSEWHERE;

  static Part of(Call call, UserId me, SessionId here) {
    if (call.caller().id().equals(me)) {
      return call.callerSession().equals(here) ? CALLER : CALLS_ELSEWHERE;
    }
    if (call.calleeSession() == null) {
      return CALLEE;
    }
    return call.calleeSession().equals(here) ? ANSWERED_HERE : ANSWERED_ELSEWHERE;
  }
}
