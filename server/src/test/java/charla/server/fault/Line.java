package charla.server.fault;

import charla.protocol.ClientFrame;
import charla.protocol.ServerFrame;
import charla.protocol.Wire;
import charla.server.web.TestClient;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A live connection that may be cut at any moment, which is no error here. */
final class Line implements WebSocket.Listener {
  /** What came, as text; empty for the end. */
  private final BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();

  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  /**
   * @throws java.util.concurrent.CompletionException when it is cut before it is open
   */
  Line(TestClient client) {
    socket = client.live(this);
  }

  /**
   * @throws java.util.concurrent.CompletionException when it is cut
   */
  void send(ClientFrame frame) {
    socket.sendText(Wire.write(frame), true).join();
  }

  /** Waits for the next frame; empty when it is cut. */
  Optional<ServerFrame> next() {
    try {
      return heard.take().map(Line::frame);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      heard.add(Optional.of(text.toString()));
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    heard.add(Optional.empty());
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    heard.add(Optional.empty());
  }

  private static ServerFrame frame(String json) {
    try {
      return Wire.read(json, ServerFrame.class);
    } catch (Wire.MalformedException e) {
      throw new AssertionError(json, e);
    }
  }
}
