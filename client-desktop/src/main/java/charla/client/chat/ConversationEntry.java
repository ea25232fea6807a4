package charla.client.chat;

import charla.client.chat.MessageState.Step;
import charla.protocol.ConversationId;
import charla.protocol.Limits;
import charla.protocol.Message;
import charla.protocol.User;
import charla.protocol.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** One conversation as the list shows it; changed by {@link Conversations} only. FX thread only. */
public final class ConversationEntry {
  private final ConversationId id;
  private final UserId me;
  private final ReadOnlyObjectWrapper<User> peer;
  private final ReadOnlyObjectWrapper<@Nullable ChatMessage> lastMessage =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper draft = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper typing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyLongWrapper lastSeq = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper readMark = new ReadOnlyLongWrapper();
  private final List<Timeline> open = new ArrayList<>();
  private @Nullable ChatMessage lastLogged;
  private long countedTo;
  private long toldDelivered;
  private long peerDelivered;
  private long peerRead;
  private Instant movedAt;

  /**
   * @param movedAt its place in the list while it has no message
   */
  ConversationEntry(ConversationId id, UserId me, User peer, Instant movedAt) {
    this.id = id;
    this.me = me;
    this.peer = new ReadOnlyObjectWrapper<>(peer);
    this.movedAt = movedAt;
  }

  public ConversationId id() {
    return id;
  }

  public ReadOnlyObjectProperty<User> peerProperty() {
    return peer.getReadOnlyProperty();
  }

  public User peer() {
    return peer.get();
  }

  /** The newest one, waiting ones included; null when there is none. */
  public ReadOnlyObjectProperty<@Nullable ChatMessage> lastMessageProperty() {
    return lastMessage.getReadOnlyProperty();
  }

  /** Counted up to {@link Limits#UNREAD_MAX}, which stands for "99+". */
  public ReadOnlyIntegerProperty unreadProperty() {
    return unread.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** Whether the other one types; ends by itself. */
  public ReadOnlyBooleanProperty typingProperty() {
    return typing.getReadOnlyProperty();
  }

  /** Number of the newest message this device knows of; 0 for none. */
  public ReadOnlyLongProperty lastSeqProperty() {
    return lastSeq.getReadOnlyProperty();
  }

  /** Up to where the person signed in has read, on any device. */
  public ReadOnlyLongProperty readMarkProperty() {
    return readMark.getReadOnlyProperty();
  }

  long lastSeq() {
    return lastSeq.get();
  }

  long readMark() {
    return readMark.get();
  }

  long peerDelivered() {
    return peerDelivered;
  }

  long peerRead() {
    return peerRead;
  }

  Instant movedAt() {
    return movedAt;
  }

  void setPeer(User newPeer) {
    peer.set(newPeer);
  }

  void setUnread(int count) {
    unread.set(Math.clamp(count, 0, Limits.UNREAD_MAX));
  }

  void setDraft(String text) {
    draft.set(text);
  }

  void setTyping(boolean now) {
    typing.set(now);
  }

  /** Those who show it now. */
  List<Timeline> open() {
    return open;
  }

  /** Up to which number {@link #unreadProperty} has counted. */
  long countedTo() {
    return countedTo;
  }

  void setCountedTo(long seq) {
    countedTo = seq;
  }

  /** Up to where the server knows that this person has the messages. */
  long toldDelivered() {
    return toldDelivered;
  }

  void setToldDelivered(long seq) {
    toldDelivered = seq;
  }

  /** The newest of the log; null when it is empty. */
  void setLastLogged(Message message) {
    lastLogged = show(message);
    lastSeq.set(message.seq());
  }

  /** Shows the newest of what is in the log and what waits. */
  void showLast(List<ChatMessage> waiting) {
    if (lastLogged != null) {
      lastLogged = refresh(lastLogged);
    }
    ChatMessage last = waiting.isEmpty() ? lastLogged : waiting.getLast();
    lastMessage.set(last);
    if (last != null) {
      movedAt = last.at();
    }
  }

  /** Whether the mark grew. */
  boolean raiseReadMark(long seq) {
    if (seq <= readMark.get()) {
      return false;
    }
    readMark.set(seq);
    return true;
  }

  /** Whether a mark of the other one grew. */
  boolean raisePeerMarks(long delivered, long read) {
    boolean grew = delivered > peerDelivered || read > peerRead;
    peerDelivered = Math.max(peerDelivered, Math.max(delivered, read));
    peerRead = Math.max(peerRead, read);
    return grew;
  }

  /** The server's log was replaced: what was known about numbers holds no more. */
  void forgetNumbers() {
    lastSeq.set(0);
    readMark.set(0);
    peerDelivered = 0;
    peerRead = 0;
    countedTo = 0;
    toldDelivered = 0;
    unread.set(0);
    lastLogged = null;
  }

  ChatMessage show(Message message) {
    boolean own = message.fromUser().equals(me);
    return new ChatMessage(
        message.clientId(),
        message.seq(),
        message.fromUser(),
        own,
        message.content(),
        message.createdAt(),
        own ? ownState(message.seq()) : othersState(message.seq()),
        message.call());
  }

  /** The same message as the marks now have it. */
  ChatMessage refresh(ChatMessage shown) {
    MessageState now = shown.own() ? ownState(shown.seq()) : othersState(shown.seq());
    return now.equals(shown.state()) ? shown : shown.withState(now);
  }

  private MessageState ownState(long seq) {
    if (seq <= peerRead) {
      return Step.READ;
    }
    return seq <= peerDelivered ? Step.DELIVERED : Step.SENT;
  }

  private MessageState othersState(long seq) {
    return seq <= readMark.get() ? Step.READ : Step.DELIVERED;
  }
}
