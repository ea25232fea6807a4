package charla.server.web;

import charla.protocol.Bodies.Refused;
import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes what the asker is told. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** A refusal in the asker's words; anything else is logged here, once, under a trace. */
  static Refused told(Throwable problem) {
    return problem instanceof Refusal refusal ? told(refusal) : internal(problem);
  }

  static Refused told(ErrorCode code) {
    return new Refused(code, Words.of(code), null, null);
  }

  private static Refused told(Refusal refusal) {
    LOG.debug("Refused with {}: {}", refusal.code().wireName(), refusal.getMessage());
    return new Refused(refusal.code(), Words.of(refusal.code()), seconds(refusal), null);
  }

  private static Refused internal(Throwable problem) {
    String trace = UUID.randomUUID().toString();
    LOG.error("Failed, trace {}", trace, problem);
    return new Refused(ErrorCode.INTERNAL, Words.of(ErrorCode.INTERNAL), null, trace);
  }

  /** Rounded up: who waits so long finds it open. */
  private static @Nullable Long seconds(Refusal refusal) {
    return refusal
        .retryAfter()
        .map(wait -> Math.max(1, wait.plus(Duration.ofSeconds(1).minusNanos(1)).toSeconds()))
        .orElse(null);
  }
}
