package charla.client.chat;

import charla.client.net.Api;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.protocol.Bodies;
import charla.protocol.ConversationId;
import charla.protocol.Limits;
import charla.protocol.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what this device does not have yet: page after page from its cursor to the head. Where it
 * is far behind it reads the newest page only, and what lies between when somebody scrolls there. A
 * few conversations at a time. FX thread only.
 */
final class CatchUp {
  static final int AT_ONCE = 4;

  /** Beyond this many missing messages the newest page is enough. */
  static final int FAR_BEHIND = 2_000;

  /** The log of which this keeps the end up to date. */
  interface Log {
    /** Number of the newest message this device has; 0 for none. */
    long cursor(ConversationId id);

    /** These are next; they follow each other without holes. */
    void grew(ConversationId id, List<Message> messages);
  }

  private final Api api;
  private final Threads threads;
  private final Log log;
  private final Map<ConversationId, Long> heads = new HashMap<>();
  private final Set<ConversationId> queue = new LinkedHashSet<>();
  private final Set<ConversationId> running = new HashSet<>();

  CatchUp(Api api, Threads threads, Log log) {
    this.api = api;
    this.threads = threads;
    this.log = log;
  }

  /** The log reaches to {@code head}, as the server says. */
  void to(ConversationId id, long head) {
    heads.merge(id, head, Math::max);
    again(id);
  }

  /** Another log begins: what the server said of the old one holds no more. */
  void forget() {
    heads.clear();
    queue.clear();
  }

  /** Tries again where reading failed. */
  void again() {
    Set.copyOf(heads.keySet()).forEach(this::again);
  }

  private void again(ConversationId id) {
    if (log.cursor(id) >= heads.getOrDefault(id, 0L)) {
      heads.remove(id);
      return;
    }
    queue.add(id);
    next();
  }

  private void next() {
    while (running.size() < AT_ONCE) {
      Optional<ConversationId> free =
          queue.stream().filter(id -> !running.contains(id)).findFirst();
      if (free.isEmpty()) {
        return;
      }
      queue.remove(free.get());
      running.add(free.get());
      read(free.get());
    }
  }

  private void read(ConversationId id) {
    long cursor = log.cursor(id);
    boolean far = cursor == 0 || heads.getOrDefault(id, 0L) - cursor > FAR_BEHIND;
    threads.ask(
        () ->
            far
                ? api.messagesBefore(id, Long.MAX_VALUE, Limits.PAGE_DEFAULT)
                : api.messagesAfter(id, cursor, Limits.PAGE_MAX),
        page -> arrived(id, page));
  }

  private void arrived(ConversationId id, Outcome<Bodies.Messages> outcome) {
    running.remove(id);
    switch (outcome) {
      case Outcome.Success<Bodies.Messages>(Bodies.Messages page) -> {
        List<Message> fresh =
            page.messages().stream().filter(m -> m.seq() > log.cursor(id)).toList();
        if (fresh.isEmpty()) {
          heads.remove(id);
        } else {
          log.grew(id, fresh);
          again(id);
        }
      }
      // The next pong tries again; a connection that broke says so by itself.
      case Outcome.Failure<Bodies.Messages>(Problem _) -> {}
    }
    next();
  }
}
