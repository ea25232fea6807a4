package charla.client.chat;

import charla.protocol.Bodies;
import charla.protocol.CallId;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ClientId;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.MessageId;
import charla.protocol.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One conversation as {@link FakeServer} keeps it. */
final class FakeLog {
  final User peer;
  private final ConversationId id;
  private final User me;
  private final List<Message> messages = new ArrayList<>();
  private long myDelivered;
  private long myRead;
  private long peerDelivered;
  private long peerRead;

  FakeLog(ConversationId id, User me, User peer) {
    this.id = id;
    this.me = me;
    this.peer = peer;
  }

  static Message message(
      ConversationId id, long seq, User from, ClientId clientId, String content) {
    return new Message(
        new MessageId("%024x".formatted(seq)),
        id,
        seq,
        clientId,
        from.id(),
        null,
        content,
        Message.Status.SENT,
        Instant.parse("2026-03-14T10:00:00Z").plusSeconds(seq));
  }

  /** A repeated client id gets the first answer. */
  Message append(User from, ClientId clientId, String content) {
    return messages.stream()
        .filter(m -> m.clientId().equals(clientId) && m.fromUser().equals(from.id()))
        .findFirst()
        .orElseGet(() -> {
          Message message = message(id, messages.size() + 1L, from, clientId, content);
          messages.add(message);
          return message;
        });
  }

  /** A call that ended for this reason. */
  Message call(User from, ClientId clientId, CallReason reason) {
    CallLine line = new CallLine(new CallId(clientId.value().substring(8)), reason, null);
    Message message = message(id, messages.size() + 1L, from, clientId, "").withCall(line);
    messages.add(message);
    return message;
  }

  void delivered(User to, long seq) {
    if (to.equals(me)) {
      myDelivered = Math.max(myDelivered, seq);
    } else {
      peerDelivered = Math.max(peerDelivered, seq);
    }
  }

  void read(User by, long seq) {
    if (by.equals(me)) {
      myRead = Math.max(myRead, seq);
    } else {
      peerRead = Math.max(peerRead, seq);
    }
  }

  void shorten(int length) {
    messages.subList(length, messages.size()).clear();
    myDelivered = Math.min(myDelivered, length);
    myRead = Math.min(myRead, length);
    peerDelivered = Math.min(peerDelivered, length);
    peerRead = Math.min(peerRead, length);
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }

  Bodies.Messages after(long seq, int limit) {
    int from = (int) Math.min(seq, messages.size());
    int to = Math.min(from + limit, messages.size());
    return new Bodies.Messages(List.copyOf(messages.subList(from, to)), messages.size());
  }

  Bodies.Messages before(long seq, int limit) {
    int to = (int) Math.min(seq - 1, messages.size());
    int from = Math.max(0, to - limit);
    return new Bodies.Messages(List.copyOf(messages.subList(from, to)), messages.size());
  }

  Conversation asSeen() {
    long unread = messages.stream().filter(m -> m.seq() > myRead && m.isUnreadFor(me.id())).count();
    return new Conversation(
        id,
        List.of(
            new Conversation.Member(me, myDelivered, myRead),
            new Conversation.Member(peer, peerDelivered, peerRead)),
        messages.size(),
        messages.isEmpty() ? null : messages.getLast(),
        (int) Math.min(unread, 100));
  }
}
