package charla.server.mongo;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Times as the database keeps them: to the millisecond. */
final class Times {
  private Times() {}

  static Date of(Instant instant) {
    return Date.from(instant);
  }

  static Instant read(Document document, String field) {
    return document.getDate(field).toInstant();
  }

  static @Nullable Instant readOptional(Document document, String field) {
    return document.containsKey(field) ? read(document, field) : null;
  }
}
