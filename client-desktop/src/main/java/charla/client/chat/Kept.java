package charla.client.chat;

import charla.client.cache.AccountCache;
import charla.client.cache.CacheException;
import charla.client.cache.KeptConversation;
import charla.client.cache.Outbox;
import charla.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an earlier run of the app left on this device. */
record Kept(List<WithLast> conversations, List<Outbox.Item> outbox, Optional<String> epoch) {
  private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

  /** A conversation, and the newest message of it that is here. */
  record WithLast(KeptConversation conversation, Optional<Message> last) {}

  /** Blocks. What is damaged fails once and is empty then, so the second try has the outbox. */
  static Kept read(AccountCache cache) throws CacheException {
    try {
      return readOnce(cache);
    } catch (CacheException e) {
      LOG.warn("what was kept cannot be read, once more", e);
      return readOnce(cache);
    }
  }

  /** A message that reached the log before the app died is taken out of the outbox. */
  private static Kept readOnce(AccountCache cache) throws CacheException {
    List<WithLast> conversations = new ArrayList<>();
    for (KeptConversation kept : cache.conversations().all()) {
      conversations.add(new WithLast(kept, cache.messages().last(kept.id())));
    }
    List<Outbox.Item> outbox = new ArrayList<>();
    for (Outbox.Item item : cache.outbox().all()) {
      if (cache.messages().has(item.clientId())) {
        cache.outbox().remove(item.clientId());
      } else {
        outbox.add(item);
      }
    }
    return new Kept(conversations, outbox, cache.epoch());
  }
}
