package charla.server.web;

import charla.protocol.Bodies;
import charla.protocol.CallId;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.server.call.CallHistory;
import charla.server.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** The calls that were. */
final class CallRoutes {
  private final CallHistory history;

  CallRoutes(CallHistory history) {
    this.history = history;
  }

  void register(Router router) {
    router.on(Endpoint.CALLS, this::list).on(Endpoint.HIDE_CALL, this::hide);
  }

  private Bodies.Calls list(ApiRequest request) {
    int limit =
        request.number("limit", 1, Limits.PAGE_MAX).map(Long::intValue).orElse(Limits.PAGE_DEFAULT);
    CallId before = request.query("before").map(CallRoutes::callId).orElse(null);
    return history.of(request.caller().userId(), before, limit);
  }

  private @Nullable Object hide(ApiRequest request) {
    history.hide(request.caller().userId(), request.id(CallId::new));
    return null;
  }

  private static CallId callId(String text) {
    try {
      return new CallId(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "not an id of a call");
    }
  }
}
