package charla.client.session;

import charla.client.notice.Outcome;
import charla.client.trust.ServerAddress;
import charla.protocol.ServerInfo;
import java.util.Optional;
import java.util.function.Consumer;

/** Comes and goes: everything before a person is signed in. Answers on the FX thread. */
public interface SessionService {
  /** Whom somebody says they are. */
  record Credentials(String username, String password) {}

  /**
   * A new account.
   *
   * @param invite empty when the server wants none
   */
  record NewAccount(Credentials credentials, String displayName, Optional<String> invite) {}

  /** The session kept by an earlier run; empty when there is none. Needs no network. */
  void restore(Consumer<Outcome<Optional<SignedIn>>> answer);

  /** What kind of server this is; also finds out whether it is trusted. */
  void serverInfo(ServerAddress address, Consumer<Outcome<ServerInfo>> answer);

  void usernameAvailable(ServerAddress address, String username, Consumer<Outcome<Boolean>> answer);

  void signIn(
      ServerAddress address,
      Credentials credentials,
      Stay stay,
      Consumer<Outcome<SignedIn>> answer);

  void register(
      ServerAddress address, NewAccount account, Stay stay, Consumer<Outcome<SignedIn>> answer);

  /**
   * Ends the session at the server, if it can be reached, and forgets it here in any case; closes
   * the handle. What was kept of the chats stays on disk for the next time.
   */
  void signOut(SignedIn signedIn, Runnable done);

  /** The session was ended by the server: forgets it here and closes the handle. */
  void forget(SignedIn signedIn);
}
