package charla.server.web;

import charla.protocol.Bodies;
import charla.protocol.SessionId;
import charla.server.account.SessionService;
import charla.server.account.SignIn;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
final class SessionRoutes {
  private final SignIn signIn;
  private final SessionService sessions;

  SessionRoutes(SignIn signIn, SessionService sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  void register(Router router) {
    router
        .on(Endpoint.SIGN_IN, this::signIn)
        .on(Endpoint.SESSIONS, request -> sessions.list(request.caller()))
        .on(Endpoint.SIGN_OUT, this::signOut)
        .on(Endpoint.END_SESSION, this::end)
        .on(Endpoint.SIGN_OUT_EVERYWHERE, this::signOutEverywhere);
  }

  private Bodies.SignedIn signIn(ApiRequest request) {
    return signIn.signIn(request.body(Bodies.SignIn.class), request.address());
  }

  private @Nullable Object signOut(ApiRequest request) {
    sessions.signOut(request.caller());
    return null;
  }

  private @Nullable Object end(ApiRequest request) {
    sessions.end(request.caller(), request.id(SessionId::new));
    return null;
  }

  private @Nullable Object signOutEverywhere(ApiRequest request) {
    sessions.signOutEverywhere(request.caller());
    return null;
  }
}
