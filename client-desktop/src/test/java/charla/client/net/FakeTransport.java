package charla.client.net;

import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.protocol.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** WebSockets without a network: a test says what opens, what comes and what breaks. */
final class FakeTransport implements Transport {
  /** One that opened. */
  static final class FakeLine implements Line {
    final Listener listener;
    final List<String> sent = new ArrayList<>();
    boolean closed;

    FakeLine(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void send(String text) {
      sent.add(text);
    }

    @Override
    public void close() {
      closed = true;
    }

    void say(ServerFrame frame) {
      listener.text(Wire.write(frame));
    }

    void welcome() {
      say(
          new ServerFrame.Welcome(
              new UserId("%024x".formatted(1)),
              new SessionId("%024x".formatted(2)),
              "one",
              List.of()));
    }
  }

  private final List<FakeLine> opened = new ArrayList<>();
  private final Deque<Problem> failures = new ArrayDeque<>();
  private int attempts;
  private boolean hangsNext;

  /** So fails the next attempt that has no failure yet. */
  void fail(Problem problem) {
    failures.add(problem);
  }

  /** The next attempt neither opens nor fails. */
  void hangNext() {
    hangsNext = true;
  }

  int attempts() {
    return attempts;
  }

  FakeLine line() {
    return opened.getLast();
  }

  @Override
  public void open(Listener listener) throws ProblemException {
    attempts++;
    if (hangsNext) {
      hangsNext = false;
      return;
    }
    Optional<Problem> failure = Optional.ofNullable(failures.poll());
    if (failure.isPresent()) {
      throw new ProblemException(failure.get());
    }
    FakeLine line = new FakeLine(listener);
    opened.add(line);
    listener.opened(line);
  }
}
