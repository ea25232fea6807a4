package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ClientFrame;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Limits;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import charla.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One live connection as seen from outside. What it waits for comes within {@link #PATIENCE}. */
public final class TestLive implements AutoCloseable {
  public static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final BlockingQueue<ServerFrame> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final Ear ear = new Ear();
  private final WebSocket socket;

  private TestLive(HttpClient http, URI server, String token) {
    socket = connect(http, server, token, ear);
  }

  static WebSocket connect(HttpClient http, URI server, String token, WebSocket.Listener ear) {
    String scheme = server.getScheme().equals("https") ? "wss" : "ws";
    URI uri = URI.create(scheme + "://" + server.getRawAuthority() + Limits.LIVE_PATH);
    return http.newWebSocketBuilder()
        .header("Authorization", "Bearer " + token)
        .buildAsync(uri, ear)
        .join();
  }

  /** Connects and takes the welcome. */
  static TestLive open(HttpClient http, URI server, String token) {
    TestLive live = new TestLive(http, server, token);
    live.next(ServerFrame.Welcome.class);
    return live;
  }

  public void send(ClientFrame frame) {
    sendText(Wire.write(frame));
  }

  public void sendText(String text) {
    socket.sendText(text, true).join();
  }

  public WebSocket socket() {
    return socket;
  }

  /** Says something and takes the answer. */
  public Message say(ConversationId conversation, String content) {
    ClientId clientId = ClientId.random(RANDOM);
    send(new ClientFrame.SendMessage(clientId, conversation, content));
    ServerFrame.MessageAccepted accepted = next(ServerFrame.MessageAccepted.class);
    assertThat(accepted.clientId()).isEqualTo(clientId);
    return accepted.message();
  }

  /** Refused in the way the test expects. */
  public ServerFrame.Rejected refused(ClientFrame frame) {
    send(frame);
    return next(ServerFrame.Rejected.class);
  }

  /** The next frame of this type; those before it are dropped. */
  public <T extends ServerFrame> T next(Class<T> type) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      ServerFrame frame = poll(end - System.nanoTime());
      assertThat(frame).as("no %s came", type.getSimpleName()).isNotNull();
      if (type.isInstance(frame)) {
        return type.cast(frame);
      }
    }
  }

  /** The frames of this type that nobody took, once the connection is closed. */
  public <T extends ServerFrame> List<T> rest(Class<T> type) {
    closeCode();
    return frames.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** That nothing of this type came before the answer to a ping, which is asked for now. */
  public void heardNo(Class<? extends ServerFrame> type) {
    send(new ClientFrame.Ping());
    ServerFrame frame;
    do {
      frame = poll(PATIENCE.toNanos());
      assertThat(frame).isNotNull().isNotInstanceOf(type);
    } while (!(frame instanceof ServerFrame.Pong));
  }

  /** Reads nothing more for now. */
  public void pause() {
    ear.paused = true;
  }

  public void goOn() {
    ear.paused = false;
    socket.request(1);
  }

  /** Waits until the server closes the connection. */
  public int closeCode() {
    return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private @Nullable ServerFrame poll(long nanos) {
    try {
      return frames.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private volatile boolean paused;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        frames.add(read(text.toString()));
        text.setLength(0);
      }
      if (!paused) {
        from.request(1);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.completeExceptionally(error);
    }

    private ServerFrame read(String json) {
      try {
        return Wire.read(json, ServerFrame.class);
      } catch (Wire.MalformedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
