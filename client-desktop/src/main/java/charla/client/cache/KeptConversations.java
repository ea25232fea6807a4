package charla.client.cache;

import charla.protocol.ConversationId;
import charla.protocol.User;
import charla.protocol.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The list of conversations on disk. Any thread; blocks. */
public final class KeptConversations {
  private final Database database;

  KeptConversations(Database database) {
    this.database = database;
  }

  public List<KeptConversation> all() throws CacheException {
    return database.read(connection -> {
      List<KeptConversation> all = new ArrayList<>();
      try (var select = connection.prepareStatement("SELECT * FROM conversations");
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(read(rows));
        }
      }
      return all;
    });
  }

  /** Adds or replaces one. */
  public void keep(KeptConversation conversation) throws CacheException {
    database.write(connection -> {
      try (var insert =
          connection.prepareStatement(
              "INSERT OR REPLACE INTO conversations VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
        insert.setString(1, conversation.id().value());
        insert.setString(2, Wire.write(conversation.peer()));
        insert.setLong(3, conversation.peerDelivered());
        insert.setLong(4, conversation.peerRead());
        insert.setLong(5, conversation.readMark());
        insert.setInt(6, conversation.unread());
        insert.setString(7, conversation.draft());
        insert.setLong(8, conversation.movedAt().toEpochMilli());
        insert.executeUpdate();
      }
    });
  }

  private static KeptConversation read(ResultSet row) throws SQLException {
    try {
      return new KeptConversation(
          new ConversationId(row.getString("id")),
          Wire.read(row.getString("peer"), User.class),
          row.getLong("peer_delivered"),
          row.getLong("peer_read"),
          row.getLong("read_mark"),
          row.getInt("unread"),
          row.getString("draft"),
          Instant.ofEpochMilli(row.getLong("moved_at")));
    } catch (Wire.MalformedException | IllegalArgumentException e) {
      throw new DamagedException(e);
    }
  }
}
