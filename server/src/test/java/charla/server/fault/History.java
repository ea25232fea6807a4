package charla.server.fault;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that happened in one fault test. Clients add to it while the faults happen (any
 * thread); at the end it is given the dump of the store and of each device's log.
 */
public final class History {
  /** A message that a client tried to send; the order of this list is the order of trying. */
  public record Sent(ClientId clientId, UserId from, ConversationId conversation, String content) {}

  /** What a device has of one conversation at the end, in its own order. */
  public record DeviceLog(
      String device, UserId owner, ConversationId conversation, List<Message> log) {}

  /** A member's marks at the end. */
  public record Marks(ConversationId conversation, UserId userId, long delivered, long read) {}

  public final List<Sent> sent = new ArrayList<>();
  public final Map<ClientId, Message> accepted = new HashMap<>();
  public final Set<ClientId> refused = new HashSet<>();
  public final Map<String, List<Long>> cursors = new HashMap<>();

  public final Map<ConversationId, Set<UserId>> members = new HashMap<>();
  public final Map<ConversationId, List<Message>> stored = new HashMap<>();
  public final List<DeviceLog> devices = new ArrayList<>();
  public final List<Marks> marks = new ArrayList<>();

  /** The stored log of one conversation, to be filled. */
  public List<Message> stored(ConversationId conversation) {
    return stored.computeIfAbsent(conversation, k -> new ArrayList<>());
  }

  public synchronized void sending(Sent message) {
    sent.add(message);
  }

  public synchronized void accepted(ClientId clientId, Message message) {
    accepted.put(clientId, message);
  }

  public synchronized void refused(ClientId clientId) {
    refused.add(clientId);
  }

  /** A device's cursor in one conversation moved to here. */
  public synchronized void cursor(String device, ConversationId conversation, long seq) {
    cursors.computeIfAbsent(device + " in " + conversation, k -> new ArrayList<>()).add(seq);
  }
}
