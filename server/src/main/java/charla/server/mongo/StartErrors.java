package charla.server.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoSecurityException;

/** What is wrong with the database at the start, for the person who starts the server. */
final class StartErrors {
  private static final int UNAUTHORIZED = 13;

  private StartErrors() {}

  static String sentence(MongoAddress address, MongoException e) {
    return switch (e) {
      case MongoSecurityException refused ->
          "MongoDB at %s refuses the user name or the password in the address."
              .formatted(address.hosts());
      case MongoIncompatibleDriverException old ->
          "MongoDB at %s is of a version that Charla cannot use; it needs 4.2 or newer."
              .formatted(address.hosts());
      case MongoCommandException denied when denied.getErrorCode() == UNAUTHORIZED ->
          "MongoDB at %s does not let this user use the database %s; it takes the role readWrite."
              .formatted(address.hosts(), address.database());
      case MongoCommandException failed ->
          "The database %s at %s cannot be prepared (%s)."
              .formatted(address.database(), address.hosts(), DriverErrors.name(failed));
      default -> unreachable(address);
    };
  }

  static String unreachable(MongoAddress address) {
    return "No MongoDB server that takes writes answers at %s. Start it, or correct the address."
        .formatted(address.hosts());
  }
}
