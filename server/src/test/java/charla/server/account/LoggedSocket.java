package charla.server.account;

import charla.server.live.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A device that takes everything and remembers with which code it was closed. */
final class LoggedSocket implements Socket {
  private final List<Integer> closeCodes = new CopyOnWriteArrayList<>();

  List<Integer> closeCodes() {
    return closeCodes;
  }

  @Override
  public void send(String text, Sent sent) {
    sent.done();
  }

  @Override
  public void close(int closeCode) {
    closeCodes.add(closeCode);
  }

  @Override
  public void abort() {}
}
