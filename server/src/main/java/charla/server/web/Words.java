package charla.server.web;

import charla.protocol.ErrorCode;
import charla.protocol.Limits;

/** English words for whoever reads a raw answer; clients have their own words for each code. */
final class Words {
  private Words() {}

  static String of(ErrorCode code) {
    return switch (code) {
      case INVALID_REQUEST -> "The request is not of the documented shape.";
      case INVALID_JSON -> "The body is not JSON of the documented shape.";
      case USERNAME_INVALID -> "A user name has 2 to 32 of a-z, 0-9, dot, dash and underscore.";
      case DISPLAY_NAME_INVALID -> "A name has 1 to 64 visible characters.";
      case PASSWORD_TOO_SHORT ->
          "A password has at least " + Limits.PASSWORD_MIN_CODE_POINTS + " characters.";
      case PASSWORD_TOO_LONG ->
          "A password has at most " + Limits.PASSWORD_MAX_BYTES + " bytes in UTF-8.";
      case PASSWORD_TOO_COMMON -> "This password is easily guessed. Choose another.";
      case PASSWORD_INVALID -> "The password has a character that cannot be used.";
      case TEXT_EMPTY -> "The message has no text.";
      case TEXT_TOO_LONG -> "A message has at most " + Limits.TEXT_CODE_POINTS + " characters.";
      case TEXT_INVALID -> "The message has a character that cannot be stored.";
      case BEYOND_END -> "There is no message of that number yet.";
      case WRONG_CREDENTIALS -> "User name or password is wrong.";
      case SESSION_ENDED -> "This session is over. Sign in again.";
      case NOT_ALLOWED -> "This is not allowed.";
      case FOREIGN_ORIGIN -> "Pages of other sites may not connect.";
      case INVITE_REQUIRED -> "An invite is needed to register here.";
      case INVITE_INVALID -> "This invite is used up, expired or unknown.";
      case NOT_FOUND -> "There is nothing here.";
      case METHOD_NOT_ALLOWED -> "This method is not for this path.";
      case USERNAME_TAKEN -> "Somebody has this user name already.";
      case CLIENT_ID_CONFLICT -> "This clientId was used for another message.";
      case IN_A_CALL -> "You are in another call.";
      case TOO_LARGE -> "This is too large.";
      case UNSUPPORTED_MEDIA_TYPE -> "The body must be application/json.";
      case CLIENT_TOO_OLD -> "This client is too old for this server. Update it.";
      case RATE_LIMITED -> "Too much at once. Try again later.";
      case INTERNAL, UNKNOWN -> "The server failed. Its log has more under the trace.";
      case UNAVAILABLE -> "The server cannot do this now. Try again later.";
      case STORAGE_FULL -> "The server's storage is full. Tell who runs it.";
    };
  }
}
