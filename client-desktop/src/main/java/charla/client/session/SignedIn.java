package charla.client.session;

import charla.client.cache.AccountCache;
import charla.client.net.Api;
import charla.client.net.Live;
import charla.client.net.Threads;
import charla.client.trust.ServerAddress;
import charla.protocol.Bodies;

/** One person signed in at one server, on this device. The live connection is not yet started. */
public record SignedIn(
    ServerAddress address, Bodies.Me me, Api api, Live live, AccountCache cache, Threads threads)
    implements AutoCloseable {

  /** Disconnects and lets go of the disk, after what is being written. Stays signed in. */
  @Override
  public void close() {
    live.close();
    threads.disk().execute(cache::close);
  }
}
