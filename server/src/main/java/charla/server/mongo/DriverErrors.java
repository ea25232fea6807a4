package charla.server.mongo;

import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.time.Duration;

/** What the driver throws, in the words of the storage ports. */
final class DriverErrors {
  /** When a refused operation is worth another try; short, as elections take a few seconds. */
  static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  /** Error codes of the server, from its {@code error_codes.yml}. */
  private static final int OUT_OF_DISK_SPACE = 14031;

  private static final int QUOTA_EXCEEDED = 12501;

  private DriverErrors() {}

  /**
   * The driver's own message stays out of the result: it can repeat documents, and so what people
   * wrote, and the result is logged.
   */
  static RuntimeException translate(MongoException e) {
    return switch (e) {
      case MongoInterruptedException interrupted -> {
        Thread.currentThread().interrupt();
        yield unavailable(interrupted);
      }
      case MongoTimeoutException timeout -> unavailable(timeout);
      case MongoExecutionTimeoutException timeout -> unavailable(timeout);
      case MongoSocketException socket -> unavailable(socket);
      case MongoConnectionPoolClearedException cleared -> unavailable(cleared);
      case MongoServerUnavailableException gone -> unavailable(gone);
      case MongoNotPrimaryException election -> unavailable(election);
      case MongoNodeIsRecoveringException election -> unavailable(election);
      case MongoWriteConcernException unconfirmed -> unavailable(unconfirmed);
      default -> other(e);
    };
  }

  private static RuntimeException other(MongoException e) {
    if (e.getCode() == OUT_OF_DISK_SPACE || e.getCode() == QUOTA_EXCEEDED) {
      return new Refusal(ErrorCode.STORAGE_FULL, "MongoDB has no space left", RETRY_AFTER);
    }
    if (e.hasErrorLabel("RetryableWriteError") || e.hasErrorLabel("TransientTransactionError")) {
      return unavailable(e);
    }
    return new IllegalStateException("MongoDB refused an operation: " + name(e));
  }

  /** The kind of an error, safe to log and to show. */
  static String name(MongoException e) {
    String code = e instanceof MongoCommandException c ? " " + c.getErrorCodeName() : "";
    return e.getClass().getSimpleName() + " " + e.getCode() + code;
  }

  private static Refusal unavailable(MongoException e) {
    return new Refusal(ErrorCode.UNAVAILABLE, "MongoDB: " + name(e), RETRY_AFTER);
  }
}
