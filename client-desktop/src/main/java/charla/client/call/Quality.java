package charla.client.call;

import java.time.Duration;
import java.util.Optional;

/**
 * How well the audio travelled in the last second.
 *
 * @param roundTrip there and back; empty as long as it was not measured
 * @param sent what the other device lost of what this one sent
 * @param received what this device lost of what the other one sent
 * @param codec as WebRTC calls it, {@code opus}; empty as long as it is not known
 */
public record Quality(
    Optional<Duration> roundTrip, Way sent, Way received, String codec, Path path) {
  /**
   * One direction.
   *
   * @param loss the part of the packets that did not arrive, 0 to 1
   * @param jitter how unevenly they arrived (RFC 3550)
   */
  public record Way(double loss, Duration jitter) {
    public static final Way PERFECT = new Way(0, Duration.ZERO);
  }

  /** How the audio goes. */
  public enum Path {
    DIRECT,
    RELAYED
  }
}
