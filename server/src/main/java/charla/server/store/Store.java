package charla.server.store;

import charla.server.account.Accounts;
import charla.server.account.Invites;
import charla.server.account.Sessions;
import charla.server.account.SignInFailures;
import charla.server.call.Calls;
import charla.server.chat.Conversations;
import charla.server.chat.Messages;

/** All that is kept, behind one door. Opened once, used by any thread, closed once. */
public interface Store extends AutoCloseable {
  Accounts accounts();

  Sessions sessions();

  SignInFailures signInFailures();

  Invites invites();

  Conversations conversations();

  Messages messages();

  Calls calls();

  /** Made when the store is made; another one after a backup was put back. */
  String epoch();

  /**
   * A backup was put back: what apps have of the old log holds no more. Takes effect when the store
   * is opened the next time.
   */
  void beginEpoch();

  /** Whether the store answers now; never throws, never waits longer than two seconds. */
  boolean isReady();

  /** Finishes what is being written, then lets go; a second time changes nothing. */
  @Override
  void close();
}
