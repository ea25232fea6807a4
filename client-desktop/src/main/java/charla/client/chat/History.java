package charla.client.chat;

import charla.client.cache.AccountCache;
import charla.client.cache.CacheException;
import charla.client.net.Api;
import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.protocol.ConversationId;
import charla.protocol.Limits;
import charla.protocol.Message;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of a conversation in pages: what this device has of it comes from disk, the rest from the
 * server, and is kept. Blocks; any thread but the FX thread.
 */
final class History {
  private static final Logger LOG = LoggerFactory.getLogger(History.class);

  private final AccountCache cache;
  private final Api api;

  History(AccountCache cache, Api api) {
    this.cache = cache;
    this.api = api;
  }

  /** The last {@code limit} below {@code seq}, rising; fewer when the rest cannot be had. */
  List<Message> before(ConversationId id, long seq, int limit) throws ProblemException {
    List<Message> here = here(() -> cache.messages().before(id, seq, limit));
    long first = here.isEmpty() ? seq : here.getFirst().seq();
    if (here.size() == limit || first <= 1) {
      return here;
    }
    try {
      List<Message> fetched = api.messagesBefore(id, first, Limits.PAGE_MAX).messages();
      keep(id, fetched);
      int missing = Math.min(limit - here.size(), fetched.size());
      return Stream.concat(
              fetched.subList(fetched.size() - missing, fetched.size()).stream(), here.stream())
          .toList();
    } catch (ProblemException e) {
      if (here.isEmpty()) {
        throw e;
      }
      return here;
    }
  }

  /** The first {@code limit} above {@code seq}, rising. */
  List<Message> after(ConversationId id, long seq, int limit) throws ProblemException {
    List<Message> here = here(() -> cache.messages().after(id, seq, limit));
    if (!here.isEmpty()) {
      return here;
    }
    List<Message> fetched = api.messagesAfter(id, seq, limit).messages();
    keep(id, fetched);
    return fetched;
  }

  private void keep(ConversationId id, List<Message> messages) {
    try {
      cache.messages().keep(id, messages);
    } catch (CacheException e) {
      LOG.warn("a page of messages could not be kept", e);
    }
  }

  private static List<Message> here(Reading reading) throws ProblemException {
    try {
      return reading.messages();
    } catch (CacheException e) {
      throw new ProblemException(new Problem.LocalStorage(), e);
    }
  }

  @FunctionalInterface
  private interface Reading {
    List<Message> messages() throws CacheException;
  }
}
