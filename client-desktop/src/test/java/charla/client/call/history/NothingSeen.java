package charla.client.call.history;

import java.time.Instant;

/** Somebody who has looked at no call yet. */
final class NothingSeen implements CallHistory.Seen {
  @Override
  public Instant upTo() {
    return Instant.EPOCH;
  }

  @Override
  public void set(Instant upTo) {}
}
