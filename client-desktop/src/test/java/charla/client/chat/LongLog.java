package charla.client.chat;

import charla.client.notice.Outcome;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.MessageId;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** A log of any length, made up as it is asked for; it answers when told to. */
public final class LongLog implements Timeline.Log {
  public static final UserId ME = new UserId("1".repeat(24));
  public static final User ANA =
      new User(new UserId("2".repeat(24)), new Username("ana.ruiz"), "Ana Ruiz", true, null);

  private static final ConversationId ID = new ConversationId("c".repeat(24));
  private static final Instant START = Instant.parse("2026-03-03T08:00:00Z");

  private final Queue<Runnable> answers = new ArrayDeque<>();
  private final ConversationEntry entry = new ConversationEntry(ID, ME, ANA, START);
  private final Timeline timeline = new Timeline(entry, this);
  private long length;

  public LongLog(long length) {
    this.length = length;
    entry.setLastLogged(message(length));
    timeline.jumpToNewest();
  }

  public Timeline timeline() {
    return timeline;
  }

  public ConversationEntry entry() {
    return entry;
  }

  /** Answers what was asked until nothing more is. */
  public void answer() {
    while (!answers.isEmpty()) {
      answers.remove().run();
    }
  }

  public void grow() {
    length++;
    entry.setLastLogged(message(length));
    timeline.grew(List.of(message(length)));
  }

  @Override
  public void before(long seq, Consumer<Outcome<List<Message>>> answer) {
    long last = Math.min(seq - 1, length);
    later(answer, Math.max(1, last - Timeline.PAGE + 1), last);
  }

  @Override
  public void after(long seq, Consumer<Outcome<List<Message>>> answer) {
    later(answer, seq + 1, Math.min(length, seq + Timeline.PAGE));
  }

  @Override
  public List<ChatMessage> waiting() {
    return List.of();
  }

  private void later(Consumer<Outcome<List<Message>>> answer, long first, long last) {
    List<Message> page = LongStream.rangeClosed(first, last).mapToObj(this::message).toList();
    answers.add(() -> answer.accept(new Outcome.Success<>(page)));
  }

  private Message message(long seq) {
    boolean own = seq % 5 < 2;
    return new Message(
        new MessageId("%024x".formatted(seq)),
        ID,
        seq,
        new ClientId("%032x".formatted(seq)),
        own ? ME : ANA.id(),
        own ? ANA.id() : ME,
        "Message %d. %s".formatted(seq, "Some words to fill lines. ".repeat((int) (seq % 11))),
        Message.Status.SENT,
        START.plusSeconds(seq * 100));
  }
}
