package charla.server.mongo;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.UserId;
import charla.server.chat.Messages;
import charla.server.chat.Messages.Draft;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A process that appends until it is killed: {@code Appender <database> <conversation> <user>
 * <client id>…}. The client ids, whose fate is unknown, come first. It writes {@code try <client
 * id>} before each message and {@code ok <client id> <number>} after its acknowledgement.
 */
final class Appender {
  private static final int THREADS = 4;

  private final SecureRandom random = new SecureRandom();
  private final Messages messages;
  private final ConversationId conversation;
  private final UserId user;
  private final Queue<String> unknown;

  private Appender(
      Messages messages, ConversationId conversation, UserId user, Queue<String> unknown) {
    this.messages = messages;
    this.conversation = conversation;
    this.user = user;
    this.unknown = unknown;
  }

  static void main(String[] args) {
    Queue<String> words = new ArrayDeque<>(Arrays.asList(args));
    MongoStore store = MongoStore.open(words.remove(), Clock.systemUTC());
    ConversationId conversation = new ConversationId(words.remove());
    UserId user = new UserId(words.remove());
    Appender appender =
        new Appender(store.messages(), conversation, user, new ConcurrentLinkedQueue<>(words));
    for (int i = 0; i < THREADS; i++) {
      Thread.ofPlatform().start(appender::run);
    }
  }

  private void run() {
    while (true) {
      String again = unknown.poll();
      append(again == null ? ClientId.random(random) : new ClientId(again));
    }
  }

  private void append(ClientId id) {
    System.out.println("try " + id);
    Draft draft = new Draft(id, conversation, user, null, "message " + id, Instant.EPOCH);
    System.out.println("ok " + id + " " + messages.append(draft).message().seq());
  }
}
