package charla.client.chat;

import charla.client.cache.KeptConversation;
import charla.protocol.ConversationId;
import charla.protocol.User;
import charla.protocol.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The list of conversations, the most recently moved first. FX thread only. */
final class Entries {
  private static final Comparator<ConversationEntry> RECENT_FIRST =
      Comparator.comparing(ConversationEntry::movedAt)
          .reversed()
          .thenComparing(entry -> entry.id().value());

  private final UserId me;
  private final Map<ConversationId, ConversationEntry> byId = new HashMap<>();
  private final ObservableList<ConversationEntry> list = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper totalUnread = new ReadOnlyIntegerWrapper();

  Entries(UserId me) {
    this.me = me;
  }

  ObservableList<ConversationEntry> list() {
    return FXCollections.unmodifiableObservableList(list);
  }

  ReadOnlyIntegerProperty totalUnread() {
    return totalUnread.getReadOnlyProperty();
  }

  List<ConversationEntry> all() {
    return List.copyOf(list);
  }

  @Nullable ConversationEntry find(ConversationId id) {
    return byId.get(id);
  }

  Optional<ConversationEntry> with(UserId peer) {
    return list.stream().filter(entry -> entry.peer().id().equals(peer)).findFirst();
  }

  /** The one with this id, made when there is none. */
  ConversationEntry add(ConversationId id, User peer, Instant movedAt) {
    ConversationEntry known = byId.get(id);
    if (known != null) {
      return known;
    }
    ConversationEntry fresh = new ConversationEntry(id, me, peer, movedAt);
    byId.put(id, fresh);
    list.add(fresh);
    fresh
        .unreadProperty()
        .addListener((_, before, now) -> addUnread(now.intValue() - before.intValue()));
    return fresh;
  }

  ConversationEntry restore(KeptConversation kept) {
    ConversationEntry entry = add(kept.id(), asOffline(kept.peer()), kept.movedAt());
    entry.raisePeerMarks(kept.peerDelivered(), kept.peerRead());
    entry.raiseReadMark(kept.readMark());
    entry.setUnread(kept.unread());
    entry.setDraft(kept.draft());
    return entry;
  }

  /**
   * Who is there is not known without a connection; the list that is read after it says it anew.
   */
  void goOffline() {
    list.forEach(entry -> entry.setPeer(asOffline(entry.peer())));
  }

  /** Puts the list in order after something moved. */
  void sort() {
    for (int i = 1; i < list.size(); i++) {
      if (RECENT_FIRST.compare(list.get(i - 1), list.get(i)) > 0) {
        list.sort(RECENT_FIRST);
        return;
      }
    }
  }

  static KeptConversation snapshot(ConversationEntry entry) {
    return new KeptConversation(
        entry.id(),
        entry.peer(),
        entry.peerDelivered(),
        entry.peerRead(),
        entry.readMark(),
        entry.unreadProperty().get(),
        entry.draftProperty().get(),
        entry.movedAt());
  }

  private void addUnread(int difference) {
    totalUnread.set(totalUnread.get() + difference);
  }

  static User asOffline(User user) {
    return user.withPresence(false, user.lastSeen());
  }
}
