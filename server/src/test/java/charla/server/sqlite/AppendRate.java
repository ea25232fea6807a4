package charla.server.sqlite;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.UserId;
import charla.server.chat.Messages.Draft;
import charla.server.store.Race;
import charla.server.store.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How many messages per second several senders store, each waiting until its own is durable. */
record AppendRate(int senders, long appended, Duration within) {
  /** Senders take turns at being the first or the second of two people who write to each other. */
  static AppendRate measure(Store store, List<UserId> pair, int senders, Duration within)
      throws Exception {
    SecureRandom random = new SecureRandom();
    ConversationId conversation =
        store.conversations().direct(pair.getFirst(), pair.getLast()).conversation().id();
    long end = System.nanoTime() + within.toNanos();
    List<Long> counts =
        Race.of(
            senders,
            i -> {
              long count = 0;
              while (System.nanoTime() < end) {
                store
                    .messages()
                    .append(
                        new Draft(
                            ClientId.random(random),
                            conversation,
                            pair.get(i % 2),
                            pair.get(1 - i % 2),
                            "What a fine day it is.",
                            Instant.now()));
                count++;
              }
              return count;
            });
    return new AppendRate(senders, counts.stream().mapToLong(n -> n).sum(), within);
  }

  @Override
  public String toString() {
    return "%,d durable messages per second from %d at once"
        .formatted(appended / within.toSeconds(), senders);
  }
}
