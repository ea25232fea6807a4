package charla.protocol;

import java.time.Duration;

/** The numbers that both sides check; what is beyond them is refused, never cut. */
public final class Limits {
  /** The version of the wire that this build speaks, in every path and in {@link ServerInfo}. */
  public static final int API_VERSION = 1;

  public static final String API = "/api/v1";

  /** Path of the WebSocket. */
  public static final String LIVE_PATH = API + "/live";

  /** Where a server listens unless its administrator chose otherwise. */
  public static final int DEFAULT_PORT = 8443;

  public static final int TEXT_CODE_POINTS = 8_000;
  public static final int NAME_CODE_POINTS = 64;
  public static final int DEVICE_NAME_CODE_POINTS = 64;
  public static final int PASSWORD_MIN_CODE_POINTS = 10;

  /** bcrypt reads no byte beyond this one. */
  public static final int PASSWORD_MAX_BYTES = 72;

  public static final int REST_BODY_BYTES = 256 * 1024;
  public static final int FRAME_BYTES = 64 * 1024;
  public static final int JSON_DEPTH = 32;

  public static final int PAGE_DEFAULT = 50;
  public static final int PAGE_MAX = 200;
  public static final int PEOPLE_MAX = 50;

  /** Unread messages are counted up to here; 100 stands for "99+". */
  public static final int UNREAD_MAX = 100;

  /** A client sends {@link ClientFrame.Ping} this often. */
  public static final Duration PING_EVERY = Duration.ofSeconds(15);

  /** A client that has waited this long for a pong treats the connection as dead. */
  public static final Duration PONG_WITHIN = Duration.ofSeconds(10);

  /** The server closes a connection on which nothing came for this long. */
  public static final Duration SILENCE = Duration.ofSeconds(50);

  /** One is sent at most this often while a person types; it counts for a little longer. */
  public static final Duration TYPING_EVERY = Duration.ofSeconds(3);

  public static final Duration TYPING_SHOWN = Duration.ofSeconds(6);

  /** A call rings for this long. */
  public static final Duration RING_FOR = Duration.ofSeconds(45);

  /** Who is gone from an answered call for longer than this does not come back into it. */
  public static final Duration RESUME_WITHIN = Duration.ofSeconds(60);

  /** A description of audio; no real one comes near. */
  public static final int SDP_BYTES = 16 * 1024;

  public static final int CANDIDATE_BYTES = 1024;

  /** Of one device for one description. */
  public static final int CANDIDATES_MAX = 50;

  private Limits() {}
}
