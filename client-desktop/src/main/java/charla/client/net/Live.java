package charla.client.net;

import charla.protocol.ClientFrame;
import charla.protocol.ServerFrame;

/** The live connection as those see it who speak through it. Safe for any thread. */
public interface Live extends AutoCloseable {
  /** Who hears what comes: one call at a time, in order, on the executor it was given. */
  interface Listener {
    void state(LinkState state);

    void frame(ServerFrame frame);

    /** Lets another one hear the same, after this one. */
    default Listener and(Listener next) {
      Listener first = this;
      return new Listener() {
        @Override
        public void state(LinkState state) {
          first.state(state);
          next.state(state);
        }

        @Override
        public void frame(ServerFrame frame) {
          first.frame(frame);
          next.frame(frame);
        }
      };
    }
  }

  /** Connects, and keeps connected until {@link #close}. Called once. */
  void start(Listener listener);

  /**
   * Sends when connected.
   *
   * @return false when there is no connection; true promises nothing but that it was tried
   */
  boolean send(ClientFrame frame);

  /** Tries now instead of waiting: the network changed, or a person asked. */
  void retryNow();

  /**
   * Asks now whether the server is there, with little patience: something else says that the
   * network is another one, or away. While it waits for the next attempt it tries now.
   */
  void probe();

  /** Says good-bye and stays closed. Does not wait for the server. */
  @Override
  void close();
}
