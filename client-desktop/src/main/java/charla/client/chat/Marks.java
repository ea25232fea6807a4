package charla.client.chat;

import charla.client.net.Live;
import charla.client.notice.Outcome;
import charla.protocol.ClientFrame.Delivered;
import charla.protocol.ClientFrame.Read;
import charla.protocol.Conversation.Member;
import charla.protocol.Limits;
import charla.protocol.Message;
import charla.protocol.ServerFrame.Receipt;
import charla.protocol.UserId;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How far everybody has come: tells the server about this person, takes in what it says about all,
 * and counts what is unread. FX thread only.
 */
final class Marks {
  private final UserId me;
  private final Live live;
  private final Disk disk;
  private final Consumer<ConversationEntry> moved;

  /**
   * @param moved hears of each conversation whose marks moved
   */
  Marks(UserId me, Live live, Disk disk, Consumer<ConversationEntry> moved) {
    this.me = me;
    this.live = live;
    this.disk = disk;
    this.moved = moved;
  }

  /** The person saw everything up to {@code seq} on this device. */
  void read(ConversationEntry entry, long seq) {
    long seen = Math.min(seq, entry.lastSeq());
    if (raiseReadMark(entry, seen)) {
      tellRead(entry);
    }
  }

  /** Everything up to {@code seq} is on this device's disk. */
  void kept(ConversationEntry entry, long seq) {
    if (seq > entry.toldDelivered() && live.send(new Delivered(entry.id(), seq))) {
      entry.setToldDelivered(seq);
    }
  }

  void receipt(ConversationEntry entry, Receipt receipt) {
    if (receipt.userId().equals(me)) {
      raiseReadMark(entry, receipt.read());
    } else if (entry.raisePeerMarks(receipt.delivered(), receipt.read())) {
      moved.accept(entry);
    }
  }

  /**
   * What the server knows, as a whole; tells it what it does not know yet.
   *
   * @param lastSeq up to which number the server counted {@code unread}
   */
  void merge(ConversationEntry entry, List<Member> members, long lastSeq, int unread) {
    for (Member member : members) {
      if (member.user().id().equals(me)) {
        mergeOwn(entry, member, lastSeq, unread);
      } else if (entry.raisePeerMarks(member.delivered(), member.read())) {
        moved.accept(entry);
      }
    }
  }

  /** Counts these, which have just come. */
  void count(ConversationEntry entry, List<Message> fresh) {
    long unread =
        fresh.stream()
            .filter(m -> m.isUnreadFor(me))
            .filter(m -> m.seq() > entry.countedTo() && m.seq() > entry.readMark())
            .count();
    entry.setCountedTo(Math.max(entry.countedTo(), fresh.getLast().seq()));
    entry.setUnread((int) Math.min(entry.unreadProperty().get() + unread, Limits.UNREAD_MAX));
  }

  private void mergeOwn(ConversationEntry entry, Member own, long lastSeq, int unread) {
    entry.setToldDelivered(own.delivered());
    if (entry.readMark() > own.read()) {
      tellRead(entry);
      return;
    }
    raiseReadMark(entry, own.read());
    entry.setCountedTo(Math.max(entry.lastSeq(), lastSeq));
    entry.setUnread(unread);
  }

  private boolean raiseReadMark(ConversationEntry entry, long seq) {
    if (!entry.raiseReadMark(seq)) {
      return false;
    }
    if (seq >= entry.countedTo()) {
      entry.setUnread(0);
    } else {
      recount(entry, seq);
    }
    moved.accept(entry);
    return true;
  }

  /** Where not all above the mark is on disk, there are at most as many as there are numbers. */
  private void recount(ConversationEntry entry, long seq) {
    long most = Math.min(entry.unreadProperty().get(), entry.countedTo() - seq);
    disk.read(
        cache -> cache.messages().countUnread(entry.id(), me, seq),
        outcome -> {
          if (entry.readMark() == seq
              && outcome instanceof Outcome.Success<OptionalInt>(OptionalInt count)) {
            entry.setUnread(count.orElse(Math.toIntExact(most)));
          }
        });
  }

  private void tellRead(ConversationEntry entry) {
    live.send(new Read(entry.id(), entry.readMark()));
  }
}
