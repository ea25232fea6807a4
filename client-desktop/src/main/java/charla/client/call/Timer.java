package charla.client.call;

import charla.protocol.Limits;
import java.time.Duration;

/** How long a call waits for what. Each runs once at most at a time, for the call that there is. */
public enum Timer {
  /** For an answer; the server is quicker, where it can be reached. */
  ANSWER(Limits.RING_FOR.plusSeconds(3)),
  /** For the server to say anything of a call that was begun here. */
  SERVER(Duration.ofSeconds(15)),
  /** Before the server is told once more what it could not take. */
  AGAIN(Duration.ofSeconds(2)),
  /** For the first path. */
  PATH(Duration.ofSeconds(35)),
  /**
   * For a broken path to come back by itself. Only who called looks for another one, so that where
   * the other one's network has changed this is part of the silence.
   */
  RESTART(Duration.ofSeconds(2)),
  /** For a broken path to come back at all. */
  LOST(Duration.ofSeconds(35)),
  /** For reading how it ended, before the window goes. */
  BRIEFLY(Duration.ofSeconds(3)),
  /** The same, and how the call was. */
  REPORT(Duration.ofSeconds(5)),
  /** The same where something can be done about it. */
  LONG(Duration.ofSeconds(20));

  private final Duration after;

  Timer(Duration after) {
    this.after = after;
  }

  public Duration after() {
    return after;
  }
}
