package charla.client.chat;

import charla.client.cache.KeptConversation;
import charla.client.net.Api;
import charla.client.net.LinkState;
import charla.client.net.Live;
import charla.client.net.Threads;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import charla.protocol.User;
import charla.protocol.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes from the server and what it changes. Every push is a hint: it is taken when it is the
 * very next message, else the log is asked. FX thread only.
 */
final class Inbox implements Live.Listener, CatchUp.Log {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** The parts that what arrives is passed on to. */
  record Parts(Entries entries, Sending sending, Marks marks, Typing typing, Disk disk) {}

  private final UserId me;
  private final Parts parts;
  private final InstantSource clock;
  private final CatchUp catchUp;
  private final ListReader list;
  private final ReadOnlyObjectWrapper<LinkState> link;
  private @Nullable String epoch;

  Inbox(UserId me, Parts parts, Api api, Threads threads, InstantSource clock) {
    this.me = me;
    this.parts = parts;
    this.clock = clock;
    this.catchUp = new CatchUp(api, threads, this);
    this.list = new ListReader(api, threads, this::merge);
    this.link = new ReadOnlyObjectWrapper<>(new LinkState.Connecting(clock.instant()));
  }

  ReadOnlyObjectProperty<LinkState> link() {
    return link.getReadOnlyProperty();
  }

  /** Which log is on disk. */
  void restoreEpoch(Optional<String> kept) {
    epoch = kept.orElse(null);
  }

  @Override
  public void state(LinkState state) {
    link.set(state);
    if (!(state instanceof LinkState.Online)) {
      parts.sending().offline();
      parts.typing().hideAll();
      parts.entries().goOffline();
    }
  }

  @Override
  public void frame(ServerFrame frame) {
    switch (frame) {
      case ServerFrame.Welcome welcome -> welcome(welcome);
      case ServerFrame.MessageAccepted accepted -> accepted(accepted);
      case ServerFrame.NewMessage(Message message) -> received(message);
      case ServerFrame.Receipt receipt ->
          known(receipt.conversationId(), entry -> parts.marks().receipt(entry, receipt));
      case ServerFrame.Typing typing -> typing(typing);
      case ServerFrame.Presence presence -> presence(presence);
      case ServerFrame.ConversationChanged(Conversation conversation) -> merge(conversation);
      case ServerFrame.Resync(List<ServerFrame.Head> heads) -> resync(heads);
      case ServerFrame.Pong(List<ServerFrame.Head> moved) -> pong(moved);
      case ServerFrame.Rejected rejected -> rejected(rejected);
      case ServerFrame.CallChanged _, ServerFrame.CallSignal _, ServerFrame.CallRelay _ -> {
        // Calls have a listener of their own.
      }
      case ServerFrame.Unknown _ -> LOG.debug("a frame of a newer server is ignored");
    }
  }

  @Override
  public long cursor(ConversationId id) {
    ConversationEntry entry = parts.entries().find(id);
    return entry == null ? 0 : entry.lastSeq();
  }

  @Override
  public void grew(ConversationId id, List<Message> messages) {
    known(id, entry -> grew(entry, messages));
  }

  /** One of this person's conversations as the server has it now. */
  Optional<ConversationEntry> merge(Conversation conversation) {
    return peer(conversation).map(peer -> merge(conversation, peer));
  }

  private ConversationEntry merge(Conversation conversation, User peer) {
    ConversationEntry entry = parts.entries().add(conversation.id(), peer, clock.instant());
    entry.setPeer(asNow(peer));
    parts
        .marks()
        .merge(entry, conversation.members(), conversation.lastSeq(), conversation.unread());
    if (entry.lastSeq() == 0 && conversation.lastMessage() != null) {
      grew(entry, List.of(conversation.lastMessage()));
    } else {
      moved(entry);
    }
    catchUp.to(entry.id(), conversation.lastSeq());
    parts.marks().kept(entry, entry.lastSeq());
    return entry;
  }

  /** An answer that comes when the connection is gone tells who was there before. */
  private User asNow(User peer) {
    return link.get() instanceof LinkState.Online ? peer : Entries.asOffline(peer);
  }

  private void welcome(ServerFrame.Welcome welcome) {
    if (!welcome.epoch().equals(epoch)) {
      beginEpoch(welcome.epoch());
    }
    heads(welcome.heads());
    list.read();
    parts.sending().online();
  }

  private void beginEpoch(String now) {
    epoch = now;
    catchUp.forget();
    parts.disk().write(cache -> cache.beginEpoch(now));
    for (ConversationEntry entry : parts.entries().all()) {
      entry.forgetNumbers();
      moved(entry);
      entry.open().forEach(Timeline::forget);
    }
  }

  private void accepted(ServerFrame.MessageAccepted accepted) {
    parts.sending().accepted(accepted.clientId(), accepted.message());
    received(accepted.message());
  }

  private void received(Message message) {
    ConversationEntry entry = parts.entries().find(message.conversationId());
    if (entry == null) {
      list.read();
    } else if (message.seq() == entry.lastSeq() + 1) {
      grew(entry, List.of(message));
    } else if (message.seq() <= entry.lastSeq()) {
      parts.sending().logged(List.of(message));
    } else {
      catchUp.to(entry.id(), message.seq());
    }
  }

  private void grew(ConversationEntry entry, List<Message> messages) {
    ConversationId id = entry.id();
    parts
        .disk()
        .write(
            cache -> cache.messages().keep(id, messages),
            () -> parts.marks().kept(entry, messages.getLast().seq()));
    parts.marks().count(entry, messages);
    entry.setLastLogged(messages.getLast());
    if (!messages.getLast().fromUser().equals(me)) {
      parts.typing().hide(entry);
    }
    parts.sending().logged(messages);
    entry.open().forEach(timeline -> timeline.grew(messages));
    moved(entry);
  }

  private void typing(ServerFrame.Typing typing) {
    known(
        typing.conversationId(),
        entry -> {
          if (entry.peer().id().equals(typing.userId())) {
            parts.typing().show(entry);
          }
        });
  }

  private void presence(ServerFrame.Presence presence) {
    parts
        .entries()
        .with(presence.userId())
        .ifPresent(entry ->
            entry.setPeer(entry.peer().withPresence(presence.online(), presence.lastSeen())));
  }

  private void resync(List<ServerFrame.Head> heads) {
    heads(heads);
    list.read();
    parts.sending().askAgain();
  }

  private void pong(List<ServerFrame.Head> moved) {
    heads(moved);
    catchUp.again();
    list.readIfStale();
  }

  private void rejected(ServerFrame.Rejected rejected) {
    if (rejected.clientId() == null) {
      LOG.info("the server refused a frame: {}", rejected.code());
      return;
    }
    Optional<Duration> retryAfter =
        Optional.ofNullable(rejected.retryAfterSeconds()).map(Duration::ofSeconds);
    parts.sending().rejected(rejected.clientId(), rejected.code(), retryAfter);
  }

  private void heads(List<ServerFrame.Head> heads) {
    for (ServerFrame.Head head : heads) {
      if (parts.entries().find(head.conversationId()) == null) {
        list.read();
      } else {
        catchUp.to(head.conversationId(), head.lastSeq());
      }
    }
  }

  /** Something of it changed: shows it in its place, and keeps it. */
  private void moved(ConversationEntry entry) {
    entry.showLast(parts.sending().waiting(entry.id()));
    parts.entries().sort();
    KeptConversation now = Entries.snapshot(entry);
    parts.disk().write(cache -> cache.conversations().keep(now));
  }

  private void known(ConversationId id, Consumer<ConversationEntry> action) {
    ConversationEntry entry = parts.entries().find(id);
    if (entry != null) {
      action.accept(entry);
    }
  }

  private Optional<User> peer(Conversation conversation) {
    return conversation.members().stream()
        .map(Conversation.Member::user)
        .filter(user -> !user.id().equals(me))
        .findFirst();
  }
}
