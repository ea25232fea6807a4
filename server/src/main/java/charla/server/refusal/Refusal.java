package charla.server.refusal;

import charla.protocol.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server says no, for a reason the asker can act on. Thrown by services, turned into an HTTP
 * answer or a {@code rejected} frame in one place in {@code web}.
 */
public final class Refusal extends RuntimeException {
  private final ErrorCode code;
  private final @Nullable Duration retryAfter;

  /**
   * @param detail for the log only; never holds what the asker sent
   */
  public Refusal(ErrorCode code, String detail) {
    this(code, detail, null);
  }

  public Refusal(ErrorCode code, String detail, @Nullable Duration retryAfter) {
    super(detail, null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public ErrorCode code() {
    return code;
  }

  /** When the same request may be tried again; empty when that is of no use or not known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
