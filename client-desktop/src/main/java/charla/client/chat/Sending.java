package charla.client.chat;

import charla.client.cache.Outbox;
import charla.client.chat.MessageState.Failed;
import charla.client.chat.MessageState.Step;
import charla.client.net.Live;
import charla.client.net.Scheduler;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.protocol.ClientFrame.SendMessage;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What this device sent and the log does not have yet. Of each conversation one message is under
 * way at a time, so that they arrive in the order in which they were written. An answer that does
 * not come is unknown, never success: the same client id is sent again. FX thread only.
 */
final class Sending {
  /**
   * So long an answer may take before the same is sent again, and whether the server is there is
   * asked. A server whose database is away says so within five seconds.
   */
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(6);

  /** So long is waited before a refusal that names no time is tried again. */
  static final Duration RETRY_AFTER = Duration.ofSeconds(3);

  /** One message and how it stands. */
  private static final class Waiting {
    final Outbox.Item item;
    boolean onDisk;

    /** The server's word for it, until the log has it. */
    @Nullable Message accepted;

    @Nullable Problem failed;

    Waiting(Outbox.Item item) {
      this.item = item;
    }
  }

  private final UserId me;
  private final Live live;
  private final Scheduler onFx;
  private final Disk disk;
  private final Consumer<ConversationId> changed;
  private final Map<ConversationId, List<Waiting>> waiting = new HashMap<>();
  private final Map<ConversationId, ClientId> underWay = new HashMap<>();
  private final Set<ConversationId> pausing = new HashSet<>();
  private boolean online;
  private long lastOrder;

  /**
   * @param onFx runs its tasks on the FX thread
   * @param changed hears of each conversation whose waiting messages changed
   */
  Sending(UserId me, Live live, Scheduler onFx, Disk disk, Consumer<ConversationId> changed) {
    this.me = me;
    this.live = live;
    this.onFx = onFx;
    this.disk = disk;
    this.changed = changed;
  }

  /** What an earlier run left; called once, before anything is sent. */
  void restore(List<Outbox.Item> items) {
    for (Outbox.Item item : items) {
      Waiting kept = new Waiting(item);
      kept.onDisk = true;
      kept.failed = item.refused() == null ? null : refusal(item.refused());
      add(kept);
    }
  }

  void send(ConversationId id, ClientId clientId, String content, Instant now) {
    Waiting fresh = new Waiting(new Outbox.Item(lastOrder + 1, clientId, id, content, now, null));
    add(fresh);
    changed.accept(id);
    disk.read(
        cache -> {
          cache.outbox().put(fresh.item);
          return true;
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Success<Boolean> _ -> fresh.onDisk = true;
            case Outcome.Failure<Boolean>(Problem problem) -> fresh.failed = problem;
          }
          changed.accept(id);
          sendNext(id);
        });
  }

  void online() {
    online = true;
    underWay.clear();
    List.copyOf(waiting.keySet()).forEach(this::sendNext);
  }

  void offline() {
    online = false;
    underWay.clear();
  }

  /** Answers may have been dropped on the way: asks again for all that is under way. */
  void askAgain() {
    List<ConversationId> ids = List.copyOf(underWay.keySet());
    underWay.clear();
    ids.forEach(this::sendNext);
  }

  /** The server has it; the row stays until {@link #logged} says that the log has it too. */
  void accepted(ClientId clientId, Message message) {
    find(clientId)
        .ifPresent(kept -> {
          kept.accepted = message;
          kept.failed = null;
          next(kept);
        });
  }

  void rejected(ClientId clientId, ErrorCode code, Optional<Duration> retryAfter) {
    find(clientId)
        .filter(kept -> kept.accepted == null)
        .ifPresent(kept -> {
          if (code.retryable()) {
            pause(kept, retryAfter.orElse(RETRY_AFTER));
          } else {
            fail(kept, code);
          }
        });
  }

  /** These are in the log now, and on disk before what this writes: their rows go. */
  void logged(List<Message> messages) {
    for (Message message : messages) {
      if (message.fromUser().equals(me)) {
        find(message.clientId()).ifPresent(this::drop);
      }
    }
  }

  /** Takes a failed message out of the outbox; empty when there is none. */
  Optional<Outbox.Item> discard(ClientId clientId) {
    Optional<Waiting> found = find(clientId).filter(kept -> kept.failed != null);
    found.ifPresent(this::drop);
    found.ifPresent(kept -> changed.accept(kept.item.conversationId()));
    return found.map(kept -> kept.item);
  }

  List<ChatMessage> waiting(ConversationId id) {
    return waiting.getOrDefault(id, List.of()).stream().map(this::show).toList();
  }

  private ChatMessage show(Waiting kept) {
    Outbox.Item item = kept.item;
    long seq = kept.accepted == null ? 0 : kept.accepted.seq();
    Instant at = kept.accepted == null ? item.writtenAt() : kept.accepted.createdAt();
    MessageState state = kept.accepted == null ? Step.WAITING : Step.SENT;
    if (kept.failed != null) {
      state = new Failed(kept.failed);
    }
    return new ChatMessage(item.clientId(), seq, me, true, item.content(), at, state);
  }

  private void sendNext(ConversationId id) {
    if (!online || underWay.containsKey(id) || pausing.contains(id)) {
      return;
    }
    Optional<Waiting> next =
        waiting.getOrDefault(id, List.of()).stream()
            .filter(kept -> kept.accepted == null && kept.failed == null)
            .findFirst();
    if (next.isEmpty() || !next.get().onDisk) {
      return;
    }
    Outbox.Item item = next.get().item;
    if (live.send(new SendMessage(item.clientId(), id, item.content()))) {
      underWay.put(id, item.clientId());
      onFx.after(ANSWER_WITHIN, () -> repeatUnanswered(item));
    }
  }

  private void repeatUnanswered(Outbox.Item item) {
    if (underWay.remove(item.conversationId(), item.clientId())) {
      live.probe();
      sendNext(item.conversationId());
    }
  }

  private void pause(Waiting kept, Duration delay) {
    ConversationId id = kept.item.conversationId();
    underWay.remove(id, kept.item.clientId());
    if (pausing.add(id)) {
      onFx.after(
          delay,
          () -> {
            pausing.remove(id);
            sendNext(id);
          });
    }
  }

  private void fail(Waiting kept, ErrorCode code) {
    Outbox.Item item = kept.item;
    kept.failed = refusal(code);
    disk.write(cache ->
        cache
            .outbox()
            .put(
                new Outbox.Item(
                    item.order(),
                    item.clientId(),
                    item.conversationId(),
                    item.content(),
                    item.writtenAt(),
                    code)));
    next(kept);
  }

  private void next(Waiting kept) {
    ConversationId id = kept.item.conversationId();
    underWay.remove(id, kept.item.clientId());
    changed.accept(id);
    sendNext(id);
  }

  private void add(Waiting kept) {
    lastOrder = Math.max(lastOrder, kept.item.order());
    waiting.computeIfAbsent(kept.item.conversationId(), _ -> new ArrayList<>()).add(kept);
  }

  private void drop(Waiting kept) {
    ConversationId id = kept.item.conversationId();
    waiting.getOrDefault(id, List.of()).remove(kept);
    underWay.remove(id, kept.item.clientId());
    disk.write(cache -> cache.outbox().remove(kept.item.clientId()));
    sendNext(id);
  }

  private Optional<Waiting> find(ClientId clientId) {
    return waiting.values().stream()
        .flatMap(List::stream)
        .filter(kept -> kept.item.clientId().equals(clientId))
        .findFirst();
  }

  private static Problem refusal(ErrorCode code) {
    return new Problem.Refused(code, Optional.empty());
  }
}
