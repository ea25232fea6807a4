package charla.client.trust;

import charla.protocol.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which authority vouches for which server, as a person said once, in a file of the owner's. Where
 * the file cannot be read people are asked again; nothing is trusted for want of it. Any thread.
 */
public final class Trust {
  private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

  private final Path file;
  private final X509ExtendedTrustManager system;
  private final ConcurrentMap<String, Fingerprint> pins = new ConcurrentHashMap<>();

  /**
   * @param file need not exist; its folder does
   */
  public Trust(Path file) {
    this(file, SystemAuthorities.load());
  }

  /**
   * @param system says whom this computer trusts anyway
   */
  Trust(Path file, X509ExtendedTrustManager system) {
    this.file = file;
    this.system = system;
    if (Files.exists(file)) {
      load();
    }
  }

  /** What was trusted for this server; empty when nobody was asked. */
  public Optional<Fingerprint> pinned(ServerAddress address) {
    return Optional.ofNullable(pins.get(key(address)));
  }

  /** From now on this server is the one with this authority, and no other. */
  public void trust(ServerAddress address, Fingerprint ca) {
    pins.put(key(address), ca);
    save();
  }

  /** Asks again at the next contact. */
  public void forget(ServerAddress address) {
    pins.remove(key(address));
    save();
  }

  /** For all that is said to this server; decides anew at each handshake. */
  public SSLContext contextFor(ServerAddress address) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] deciding = {new PinnedTrust(address, () -> pinned(address), system)};
      context.init(null, deciding, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private void load() {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
      for (String name : lines.stringPropertyNames()) {
        pins.put(name, new Fingerprint(lines.getProperty(name)));
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("what was trusted cannot be read, people will be asked again", e);
    }
  }

  private synchronized void save() {
    Properties lines = new Properties();
    pins.forEach((name, ca) -> lines.setProperty(name, ca.value()));
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      lines.store(out, null);
      PrivateFiles.write(file, out.toByteArray());
    } catch (IOException e) {
      LOG.warn("what is trusted cannot be written, people will be asked again", e);
    }
  }

  private static String key(ServerAddress address) {
    return address.host() + ":" + address.port();
  }
}
