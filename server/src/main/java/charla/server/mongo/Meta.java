package charla.server.mongo;

import static com.mongodb.client.model.Filters.eq;

import charla.server.store.CannotOpenStore;
import java.time.Clock;
import java.util.UUID;
import org.bson.Document;

/** What the database says about itself. Whichever server comes first writes it. */
final class Meta {
  private static final int VERSION = 1;

  private final Documents meta;

  Meta(Documents meta) {
    this.meta = meta;
  }

  /**
   * @throws CannotOpenStore when a newer Charla has written here
   */
  void checkVersion() {
    Document version = firstOf(new Document("_id", "schema").append("version", VERSION));
    if (version.getInteger("version") > VERSION) {
      throw new CannotOpenStore(
          "A newer version of Charla has written to this database. Start that version.");
    }
  }

  String epoch(Clock clock) {
    String epoch = UUID.randomUUID().toString();
    return firstOf(
            new Document("_id", "epoch")
                .append("value", epoch)
                .append("createdAt", Times.of(clock.instant())))
        .getString("value");
  }

  /** Whichever server opens the database next makes another one. */
  void forgetEpoch() {
    meta.delete(eq("_id", "epoch"));
  }

  private Document firstOf(Document mine) {
    meta.insert(mine);
    return meta.first(eq("_id", mine.getString("_id"))).orElse(mine);
  }
}
