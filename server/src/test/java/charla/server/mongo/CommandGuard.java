package charla.server.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Watches that the adapter asks only for what is known to work in the emulation and is documented
 * for MongoDB, so that it comes to rely neither on what only the one has nor on a gap of the other.
 */
final class CommandGuard implements CommandListener {
  private static final Set<String> COMMANDS =
      Set.of(
          "ping",
          "insert",
          "find",
          "getMore",
          "update",
          "delete",
          "findAndModify",
          "aggregate",
          "createIndexes",
          "killCursors",
          "endSessions");

  private static final Set<String> QUERY_OPERATORS =
      Set.of("$gt", "$gte", "$lt", "$lte", "$in", "$exists", "$or", "$and", "$eq", "$ne");

  /**
   * In the emulation shown to work by the contract suite alone, like {@code $eq} and {@code $ne}.
   */
  private static final Set<String> ARRAY_OPERATORS = Set.of("$elemMatch");

  private static final Set<String> UPDATE_OPERATORS =
      Set.of("$set", "$unset", "$inc", "$min", "$max", "$push", "$addToSet", "$pull");

  private static final Set<String> STAGES =
      Set.of("$match", "$group", "$sum", "$sort", "$project", "$limit", "$skip");

  private static final Set<String> ENVELOPE =
      Set.of("$db", "$clusterTime", "$readPreference", "$timestamp");

  /** Accepted and then ignored by the emulation, or refused. */
  private static final Set<String> FORBIDDEN_OPTIONS =
      Set.of(
          "collation",
          "partialFilterExpression",
          "validator",
          "capped",
          "text",
          "hint",
          "let",
          "startTransaction",
          "autocommit");

  private final Queue<String> violations = new ConcurrentLinkedQueue<>();

  /** One line for each thing that was asked for and is not allowed. */
  List<String> violations() {
    return List.copyOf(violations);
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    if (!COMMANDS.contains(event.getCommandName())) {
      violations.add("command " + event.getCommandName());
    }
    BsonDocument command = event.getCommand();
    if (command.containsKey("updates")) {
      command.getArray("updates").stream()
          .filter(u -> u.asDocument().isArray("u"))
          .forEach(u -> violations.add("update with a pipeline"));
    }
    check(event.getCommandName(), command);
  }

  private void check(String command, BsonValue value) {
    if (value.isDocument()) {
      value.asDocument().forEach((key, child) -> check(command, key, child));
    } else if (value.isArray()) {
      value.asArray().forEach(child -> check(command, child));
    }
  }

  private void check(String command, String key, BsonValue value) {
    if (FORBIDDEN_OPTIONS.contains(key) || (key.startsWith("$") && !isAllowed(key))) {
      violations.add(key + " in " + command);
    }
    check(command, value);
  }

  private static boolean isAllowed(String operator) {
    return Stream.of(QUERY_OPERATORS, ARRAY_OPERATORS, UPDATE_OPERATORS, STAGES, ENVELOPE)
        .anyMatch(allowed -> allowed.contains(operator));
  }
}
