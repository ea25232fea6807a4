package charla.server.live;

/**
 * The way to one device. All methods return at once, may be called by any thread and never throw;
 * what cannot be sent is reported to the callback.
 */
public interface Socket {

  /** Sends one text frame. Not called again before the callback was. */
  void send(String text, Sent sent);

  /** Says good-bye with a code of {@link charla.protocol.CloseCode}, after what is being sent. */
  void close(int closeCode);

  /** Cuts the line: for a peer that does not take even the good-bye. */
  void abort();

  /** What became of a frame; exactly one of the two is called, once, by any thread. */
  interface Sent {
    void done();

    void failed();
  }
}
