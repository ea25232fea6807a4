package charla.protocol;

/**
 * Why the server closed a live connection: WebSocket close codes (RFC 6455, 7.4; 4000 and up are
 * Charla's own).
 */
public final class CloseCode {
  /** The server restarts; come back with a jittered backoff. */
  public static final int SERVICE_RESTART = 1012;

  /** A frame was no JSON or not of the documented shape. */
  public static final int INVALID_FRAME = 1007;

  /** It sent more control frames or pieces of frames than any client has reason to. */
  public static final int FLOOD = 1008;

  public static final int TOO_LARGE = 1009;

  /** The server has as many connections as it takes; come back with a jittered backoff. */
  public static final int TRY_LATER = 1013;

  /** The session is over (signed out, password changed, expired): sign in again. */
  public static final int SESSION_ENDED = 4001;

  /** The person has more devices connected than allowed, and this one was the oldest. */
  public static final int REPLACED = 4002;

  /** The account was suspended. */
  public static final int SUSPENDED = 4003;

  /**
   * This device did not take what was sent to it for ten seconds, or said nothing for {@link
   * Limits#SILENCE}; come back and catch up.
   */
  public static final int TOO_SLOW = 4008;

  private CloseCode() {}
}
