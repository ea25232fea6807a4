package charla.server.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One collection, with the few operations that the adapter is built from. Each changes at most what
 * one document holds at once, is durable when it returns, and throws what the ports promise.
 */
final class Documents {
  private static final Bson ANY_ORDER = new Document();

  private final MongoCollection<Document> collection;
  private final Gate gate;

  Documents(MongoCollection<Document> collection, Gate gate) {
    this.collection = collection;
    this.gate = gate;
  }

  /** The same collection, read with what a majority of the servers may not have yet. */
  Documents uncommitted() {
    return new Documents(collection.withReadConcern(ReadConcern.LOCAL), gate);
  }

  /**
   * @return false when a unique index holds one of its keys already
   */
  boolean insert(Document document) {
    return gate.pass(() -> {
      try {
        collection.insertOne(document);
        return true;
      } catch (MongoWriteException e) {
        if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
          return false;
        }
        throw e;
      }
    });
  }

  Optional<Document> first(Bson filter) {
    return list(filter, ANY_ORDER, 1).stream().findFirst();
  }

  List<Document> list(Bson filter) {
    return list(filter, ANY_ORDER, 0);
  }

  /**
   * @param limit 0 for all
   */
  List<Document> list(Bson filter, Bson order, int limit) {
    return gate.pass(
        () -> collection.find(filter).sort(order).limit(limit).into(new ArrayList<>()));
  }

  /** Fields of the first document; nothing but an index is read when one holds them all. */
  Optional<Document> first(Bson filter, Bson order, Bson fields) {
    return gate.pass(
        () -> Optional.ofNullable(collection.find(filter).sort(order).projection(fields).first()));
  }

  int count(Bson filter, int max) {
    return gate.pass(() -> (int) collection.countDocuments(filter, new CountOptions().limit(max)));
  }

  /**
   * @return whether a document matched and is different now
   */
  boolean update(Bson filter, Bson change) {
    return gate.pass(() -> collection.updateOne(filter, change).getModifiedCount() == 1);
  }

  void updateAll(Bson filter, Bson change) {
    gate.pass(() -> collection.updateMany(filter, change));
  }

  boolean delete(Bson filter) {
    return gate.pass(() -> collection.deleteOne(filter).getDeletedCount() == 1);
  }

  void deleteAll(Bson filter) {
    gate.pass(() -> collection.deleteMany(filter));
  }

  /**
   * Takes out every match, one by one, so that each is taken once however many callers there are.
   */
  List<Document> takeAll(Bson filter) {
    List<Document> taken = new ArrayList<>();
    Optional<Document> next = take(filter);
    while (next.isPresent()) {
      taken.add(next.get());
      next = take(filter);
    }
    return taken;
  }

  private Optional<Document> take(Bson filter) {
    return gate.pass(() -> Optional.ofNullable(collection.findOneAndDelete(filter)));
  }
}
