package charla.client.call;

import charla.protocol.IceServer;
import charla.protocol.Signal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came before this end was opened: kept, and used only once both people have said yes.
 *
 * @param relay empty until it came
 */
record Early(Optional<List<IceServer>> relay, List<Signal> signals) {
  static final Early NOTHING = new Early(Optional.empty(), List.of());

  /** More than one description and all candidates a device may send; the rest is dropped. */
  private static final int MAX = 64;

  Early relay(List<IceServer> iceServers) {
    return new Early(Optional.of(iceServers), signals);
  }

  Early heard(Signal signal) {
    return signals.size() == MAX
        ? this
        : new Early(relay, Stream.concat(signals.stream(), Stream.of(signal)).toList());
  }
}
