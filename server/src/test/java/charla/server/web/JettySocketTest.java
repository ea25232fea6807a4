package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Limits;
import charla.server.live.Socket;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;

class JettySocketTest {
  private final List<String> events = new ArrayList<>();
  private final Outcome outcome = new Outcome();

  /** How Jetty answers a piece before its method returns, as it may when the line is free. */
  private Runnable answer = () -> {};

  @Test
  void theNextFrameWaitsUntilJettyIsDoneWithTheOneBefore() {
    JettySocket socket = socket();
    outcome.then = () -> socket.send("second", new Outcome());

    socket.send("first", outcome);

    assertThat(events).containsExactly("first end", "returned", "second end", "returned");
  }

  @Test
  void soDoesTheNextPieceOfALongFrame() {
    String piece = "x".repeat(Limits.FRAME_BYTES / 3);

    socket().send(piece + "y", outcome);

    assertThat(events).containsExactly(piece, "returned", "y end", "returned");
  }

  @Test
  void aFrameThatFailsEndsTheConnection() {
    answer =
        () -> {
          throw new IllegalStateException("refused");
        };

    socket().send("first", outcome);

    assertThat(events).containsExactly("first end", "disconnected", "returned");
    assertThat(outcome.failed).isTrue();
  }

  private JettySocket socket() {
    return new JettySocket(
        (Session)
            Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> {
                  switch (method.getName()) {
                    case "sendPartialText" ->
                        send(
                            (String) arguments[0], (boolean) arguments[1], (Callback) arguments[2]);
                    case "disconnect" -> events.add("disconnected");
                    default -> throw new UnsupportedOperationException(method.getName());
                  }
                  return null;
                }));
  }

  private void send(String text, boolean last, Callback callback) {
    events.add(last ? text + " end" : text);
    try {
      answer.run();
      callback.succeed();
    } catch (IllegalStateException e) {
      callback.fail(e);
    }
    events.add("returned");
  }

  private static final class Outcome implements Socket.Sent {
    private Runnable then = () -> {};
    private boolean failed;

    @Override
    public void done() {
      then.run();
    }

    @Override
    public void failed() {
      failed = true;
    }
  }
}
