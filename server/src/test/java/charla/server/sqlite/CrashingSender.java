package charla.server.sqlite;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.UserId;
import charla.server.chat.Messages;
import charla.server.chat.Messages.Draft;
import charla.server.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * A process that stores messages from many threads until it is killed, and says "thread number
 * seq;" after each one that is acknowledged. It ends by itself when its starter is gone.
 */
final class CrashingSender {
  private final Messages messages;
  private final ConversationId conversation;
  private final UserId from;

  private CrashingSender(Messages messages, ConversationId conversation, UserId from) {
    this.messages = messages;
    this.conversation = conversation;
    this.from = from;
  }

  /** Arguments: the file, the conversation, the sender, and for each thread its first number. */
  public static void main(String[] arguments) throws IOException {
    Store store = SqliteStore.open(Path.of(arguments[0]), Clock.systemUTC());
    CrashingSender sender =
        new CrashingSender(
            store.messages(), new ConversationId(arguments[1]), new UserId(arguments[2]));
    System.out.println("open");
    for (int i = 3; i < arguments.length; i++) {
      int thread = i - 3;
      int first = Integer.parseInt(arguments[i]);
      Thread.ofVirtual().start(() -> sender.sendFrom(thread, first));
    }
    while (System.in.read() >= 0) {
      // Nothing is ever said; the end of it is the end of the starter.
    }
    Runtime.getRuntime().halt(1);
  }

  private void sendFrom(int thread, int first) {
    for (int number = first; ; number++) {
      long seq = messages.append(draft(thread, number)).message().seq();
      System.out.println(thread + " " + number + " " + seq + ";");
    }
  }

  private Draft draft(int thread, int number) {
    ClientId clientId = clientId(thread, number);
    return new Draft(clientId, conversation, from, null, content(clientId), Instant.now());
  }

  static ClientId clientId(int thread, int number) {
    return new ClientId(String.format("%016x%016x", thread, number));
  }

  static String content(ClientId clientId) {
    return "I am " + clientId;
  }
}
