package charla.server.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import charla.server.account.SignInFailures;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Failed sign-ins, one document for each key. */
final class MongoSignInFailures implements SignInFailures {
  private final Documents failures;

  MongoSignInFailures(Documents failures) {
    this.failures = failures;
  }

  @Override
  public Optional<Failures> of(String key) {
    return failures
        .first(one(key))
        .map(f -> new Failures(f.getInteger("count"), Times.read(f, "last")));
  }

  /** Compares and sets until nobody came between; each failed try means another one was counted. */
  @Override
  public Failures add(String key, Instant at) {
    while (true) {
      int before = of(key).map(Failures::count).orElse(0);
      if (before == 0 ? addFirst(key, at) : addTo(key, before, at)) {
        return new Failures(before + 1, at);
      }
    }
  }

  private boolean addFirst(String key, Instant at) {
    return failures.insert(
        new Document("_id", key).append("count", 1).append("last", Times.of(at)));
  }

  private boolean addTo(String key, int before, Instant at) {
    return failures.update(
        and(one(key), eq("count", before)),
        combine(set("count", before + 1), set("last", Times.of(at))));
  }

  @Override
  public void clear(String key) {
    failures.delete(one(key));
  }

  @Override
  public void forgetBefore(Instant limit) {
    failures.deleteAll(lt("last", Times.of(limit)));
  }

  private static Bson one(String key) {
    return eq("_id", key);
  }
}
