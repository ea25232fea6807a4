package charla.server.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.inc;

import charla.server.account.Invites;
import java.time.Clock;
import java.time.Instant;
import org.bson.Document;

/** Invites, one document each; expired ones go when the next one is added. */
final class MongoInvites implements Invites {
  private final Documents invites;
  private final Clock clock;

  MongoInvites(Documents invites, Clock clock) {
    this.invites = invites;
    this.clock = clock;
  }

  @Override
  public void add(String codeHash, int uses, Instant expiresAt) {
    invites.deleteAll(lte("expiresAt", Times.of(clock.instant())));
    invites.insert(
        new Document("_id", codeHash)
            .append("uses", uses)
            .append("expiresAt", Times.of(expiresAt)));
  }

  @Override
  public boolean redeem(String codeHash, Instant now) {
    return invites.update(
        and(eq("_id", codeHash), gt("uses", 0), gt("expiresAt", Times.of(now))), inc("uses", -1));
  }

  @Override
  public void giveBack(String codeHash) {
    invites.update(eq("_id", codeHash), inc("uses", 1));
  }
}
