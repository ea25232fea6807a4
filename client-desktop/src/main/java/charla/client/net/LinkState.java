package charla.client.net;

import charla.client.notice.Problem;
import java.time.Instant;

/** How the live connection stands. */
public sealed interface LinkState {
  /** An attempt is under way. */
  record Connecting(Instant since) implements LinkState {}

  record Online() implements LinkState {}

  /** The last attempt or connection ended; the next one is planned. */
  record Waiting(Instant retryAt, Problem problem) implements LinkState {}

  /** It will not be tried again without a person: signed out, suspended, not trusted, closed. */
  record Stopped(Problem problem) implements LinkState {}
}
