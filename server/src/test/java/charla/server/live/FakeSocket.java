package charla.server.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A socket that takes each frame when the test lets it. */
final class FakeSocket implements Socket {
  final List<String> sent = new ArrayList<>();
  int closeCode;
  boolean aborted;
  private @Nullable Sent underWay;

  @Override
  public void send(String text, Sent told) {
    if (underWay != null) {
      throw new AssertionError("a second frame before the first was taken");
    }
    sent.add(text);
    underWay = told;
  }

  /** Takes the frame that is under way. */
  void take() {
    Sent taken = Objects.requireNonNull(underWay);
    underWay = null;
    taken.done();
  }

  void takeAll() {
    while (underWay != null) {
      take();
    }
  }

  void breakDown() {
    Objects.requireNonNull(underWay).failed();
  }

  @Override
  public void close(int code) {
    closeCode = code;
  }

  @Override
  public void abort() {
    aborted = true;
  }
}
