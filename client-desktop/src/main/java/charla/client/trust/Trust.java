package charla.client.trust;

import charla.protocol.Fingerprint;
import java.util.Optional;

/** Which authority vouches for which server, as a person said once. Any thread. */
public interface Trust {
  /** What was trusted for this server; empty when nobody was asked. */
  Optional<Fingerprint> pinned(ServerAddress address);

  /** From now on this server is the one with this authority, and no other. */
  void trust(ServerAddress address, Fingerprint ca);

  /** Asks again at the next contact. */
  void forget(ServerAddress address);
}
