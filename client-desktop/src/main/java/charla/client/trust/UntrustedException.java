package charla.client.trust;

import charla.client.notice.Problem;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a handshake before anything is sent, and says why in a way that can be shown. */
public final class UntrustedException extends CertificateException {
  private final transient Problem problem;

  UntrustedException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /** The reason, when a failed connection failed for one of these, however deep it lies. */
  public static Optional<Problem> problemIn(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UntrustedException untrusted) {
        return Optional.of(untrusted.problem);
      }
    }
    return Optional.empty();
  }
}
