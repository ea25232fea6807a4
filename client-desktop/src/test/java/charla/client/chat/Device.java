package charla.client.chat;

import charla.client.cache.AccountCache;
import charla.client.cache.CacheException;
import charla.client.net.Deaf;
import charla.client.net.ManualTime;
import charla.client.net.Threads;
import charla.client.net.Trampoline;
import charla.client.session.SignedIn;
import charla.client.session.TokenPlace;
import charla.client.trust.ServerAddress;
import charla.protocol.Bodies;
import charla.protocol.ConversationId;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/** A device of {@link FakeServer#ME}: real chat state over a real disk, and a server in memory. */
public final class Device implements AutoCloseable {
  private final ManualTime time = new ManualTime();
  private final SignedIn signedIn;
  private final Conversations conversations;

  /** It has read its disk when this returns, and is not connected yet. */
  public static Device on(Path folder, FakeServer server) throws CacheException {
    return new Device(folder, server, Fuse.never());
  }

  Device(Path folder, FakeServer server, Fuse fuse) throws CacheException {
    Executor one = fuse.through(new Trampoline());
    server.attach(one);
    signedIn =
        new SignedIn(
            new SignedIn.Identity(
                new ServerAddress("fake", 8443), new Bodies.Me(FakeServer.ME, false)),
            TokenPlace.MEMORY,
            server,
            server,
            AccountCache.open(folder),
            new Threads(one, one, one, time));
    conversations = Conversations.start(signedIn, time, new Deaf());
  }

  public Conversations conversations() {
    return conversations;
  }

  public SignedIn signedIn() {
    return signedIn;
  }

  public ManualTime time() {
    return time;
  }

  public AccountCache cache() {
    return signedIn.cache();
  }

  public ConversationEntry entry(ConversationId id) {
    return conversations.entries().stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** What a timeline opened now shows. */
  public List<ChatMessage> shown(ConversationId id) {
    Timeline timeline = conversations.open(id);
    List<ChatMessage> rows = List.copyOf(timeline.messages());
    conversations.close(timeline);
    return rows;
  }

  public List<String> texts(ConversationId id) {
    return shown(id).stream().map(ChatMessage::content).toList();
  }

  public MessageState lastState(ConversationId id) {
    return Objects.requireNonNull(entry(id).lastMessageProperty().get()).state();
  }

  @Override
  public void close() {
    signedIn.cache().close();
  }
}
