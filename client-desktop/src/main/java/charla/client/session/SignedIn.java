package charla.client.session;

import charla.client.cache.AccountCache;
import charla.client.net.Api;
import charla.client.net.Live;
import charla.client.net.Threads;
import charla.client.trust.ServerAddress;
import charla.protocol.Bodies;

/**
 * One person signed in at one server, on this device. The live connection is not yet started.
 *
 * @param tokenPlace where the session is kept, for Settings to say
 */
public record SignedIn(
    Identity identity,
    TokenPlace tokenPlace,
    Api api,
    Live live,
    AccountCache cache,
    Threads threads)
    implements AutoCloseable {

  /** Who, and where. */
  public record Identity(ServerAddress address, Bodies.Me me) {}

  public ServerAddress address() {
    return identity.address();
  }

  public Bodies.Me me() {
    return identity.me();
  }

  /** Disconnects and lets go of the disk, after what is being written. Stays signed in. */
  @Override
  public void close() {
    live.close();
    api.close();
    threads.disk().execute(cache::close);
  }
}
