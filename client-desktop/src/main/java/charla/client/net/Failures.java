package charla.client.net;

import charla.client.notice.Problem;
import charla.client.trust.ServerAddress;
import charla.client.trust.UntrustedException;
import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.glassfish.tyrus.core.HandshakeException;
import org.jspecify.annotations.Nullable;

/** What a failed connection means for a person. */
final class Failures {
  private Failures() {}

  /** A request that got no answer. */
  static Problem ofRequest(ServerAddress address, Throwable failure) {
    Optional<Problem> untrusted = UntrustedException.problemIn(failure);
    if (untrusted.isPresent()) {
      return untrusted.get();
    }
    String server = address.toString();
    if (find(failure, SSLHandshakeException.class) != null) {
      return new Problem.Insecure(server);
    }
    if (find(failure, SSLException.class) != null) {
      return new Problem.NotCharla(server);
    }
    boolean nameUnknown =
        find(failure, UnknownHostException.class) != null
            || find(failure, UnresolvedAddressException.class) != null;
    return nameUnknown && Network.now().isEmpty()
        ? new Problem.Offline()
        : new Problem.Unreachable(server);
  }

  /** A WebSocket that did not open. */
  static Problem ofHandshake(ServerAddress address, Throwable failure) {
    HandshakeException refused = find(failure, HandshakeException.class);
    if (refused == null) {
      return ofRequest(address, failure);
    }
    return switch (refused.getHttpStatusCode()) {
      case 401 -> new Problem.SessionEnded();
      case 426 -> new Problem.WrongVersion(address.toString(), 0);
      case 429 -> new Problem.Refused(ErrorCode.RATE_LIMITED, Optional.<Duration>empty());
      case 503 -> new Problem.Refused(ErrorCode.UNAVAILABLE, Optional.<Duration>empty());
      default -> new Problem.NotCharla(address.toString());
    };
  }

  /** A WebSocket that the server closed with a code of the protocol or of RFC 6455. */
  static Problem ofClose(int closeCode, String server) {
    return switch (closeCode) {
      case CloseCode.SESSION_ENDED -> new Problem.SessionEnded();
      case CloseCode.SUSPENDED -> new Problem.Suspended();
      case CloseCode.REPLACED -> new Problem.Replaced();
      case CloseCode.SERVICE_RESTART -> new Problem.ServerRestarting();
      default -> new Problem.Unreachable(server);
    };
  }

  /** Trying again would change nothing, or would be wrong to do unasked. */
  static boolean isFinal(Problem problem) {
    return switch (problem) {
      case Problem.SessionEnded _,
          Problem.Suspended _,
          Problem.Replaced _,
          Problem.NotTrusted _,
          Problem.CertificateChanged _,
          Problem.WrongVersion _ ->
          true;
      default -> false;
    };
  }

  private static <T extends Throwable> @Nullable T find(
      @Nullable Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
