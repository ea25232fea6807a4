package charla.server.web;

import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the server listens.
 *
 * @param host an address of this machine, or {@code 0.0.0.0} for all
 * @param port 0 takes a free one
 * @param tls null for plain HTTP, which is for loopback only
 */
public record Listen(String host, int port, @Nullable Tls tls) {

  /**
   * @param context shows the certificate
   * @param protocols {@code TLSv1.3}, and {@code TLSv1.2} where old systems need it
   */
  public record Tls(SSLContext context, List<String> protocols) {
    public Tls {
      protocols = List.copyOf(protocols);
    }
  }
}
