package charla.client.net;

import charla.client.notice.ProblemException;

/** Opens WebSockets to one server for one session. */
interface Transport {
  /** What comes on one of them: one call at a time, in order. */
  interface Listener {
    /** The first call. */
    void opened(Line line);

    void text(String text);

    /** Nothing comes after this. May be called more than once. */
    void closed(int closeCode);
  }

  /** An open one. Any thread; nothing here blocks. */
  interface Line {
    void send(String text);

    /** Says good-bye and lets go; does not wait for an answer. */
    void close();
  }

  /**
   * Blocks until it is open. Whoever does not want to wait any longer interrupts the thread.
   *
   * @throws ProblemException when it could not be opened; nothing was sent if the server is not
   *     trusted
   */
  void open(Listener listener) throws ProblemException;
}
