package charla.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that helps two devices to find a path: STUN (tells them their addresses) or TURN (relays
 * between them).
 *
 * @param urls {@code stun:}, {@code turn:} or {@code turns:}, as WebRTC takes them
 * @param username null for STUN, as is {@code credential}
 */
public record IceServer(List<String> urls, @Nullable String username, @Nullable String credential) {
  public IceServer {
    urls = List.copyOf(urls);
  }

  /** Without the credential, which must not get into a log. */
  @Override
  public String toString() {
    return "IceServer" + urls;
  }
}
