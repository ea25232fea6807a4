package charla.server.web;

import charla.protocol.ErrorCode;
import charla.server.account.Caller;
import charla.server.account.SessionService;
import charla.server.refusal.Refusal;
import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;

/** Lets requests in: not too many, and each from whoever its token names. */
final class Door {
  private static final String SCHEME = "Bearer ";

  private final SessionService sessions;
  private final Pace pace;

  Door(SessionService sessions, Pace pace) {
    this.sessions = sessions;
    this.pace = pace;
  }

  /**
   * @return null where anybody may ask
   * @throws Refusal {@code rate_limited}, {@code session_ended}, {@code not_allowed}
   */
  @Nullable Caller admit(Context context, Access access) {
    pace.perAddress().take(ApiRequest.addressOf(context));
    return switch (access) {
      case ANYBODY -> null;
      case SIGNED_IN -> identify(context);
      case ADMINISTRATOR -> identifyAdministrator(context);
    };
  }

  /** The token counts in the {@code Authorization} header and nowhere else: URLs end up in logs. */
  private Caller identify(Context context) {
    Caller caller =
        sessions
            .authenticate(token(context))
            .orElseThrow(() -> new Refusal(ErrorCode.SESSION_ENDED, "no session of this token"));
    pace.perUser().take(caller.userId());
    return caller;
  }

  private static String token(Context context) {
    String header = context.header(Header.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new Refusal(ErrorCode.SESSION_ENDED, "no token");
    }
    return header.substring(SCHEME.length()).strip();
  }

  private Caller identifyAdministrator(Context context) {
    Caller caller = identify(context);
    if (!caller.administrator()) {
      throw new Refusal(ErrorCode.NOT_ALLOWED, "not an administrator");
    }
    return caller;
  }
}
