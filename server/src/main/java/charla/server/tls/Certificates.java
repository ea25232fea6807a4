package charla.server.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.GeneralName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server shows when a client connects: either given files, or a certificate of its own
 * under an authority of its own. The authority is made once and stays, so that clients that trust
 * it never ask again; the certificate under it is renewed 30 days before its end and when the
 * machine's names change. Keys are the owner's alone. Any thread.
 */
public final class Certificates {
  private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
  private static final String SERVER_FILE = "server.pem";
  private static final Duration RENEW_BEFORE = Duration.ofDays(30);

  private final Clock clock;
  private final Supplier<Set<String>> names;
  private final Path folder;
  private final Identity authority;
  private Identity server;

  private Certificates(
      Path folder, Clock clock, Supplier<Set<String>> names, Identity authority, Identity server) {
    this.folder = folder;
    this.clock = clock;
    this.names = names;
    this.authority = authority;
    this.server = server;
  }

  /**
   * The server's own certificates in this folder, made when they are not there.
   *
   * @param folder exists and is the owner's alone
   * @param machine stands in the authority's name, for people
   * @param names asked now and at each {@link #renewWhenDue}
   */
  public static Certificates own(
      Path folder, String machine, Clock clock, Supplier<Set<String>> names) throws IOException {
    Identity authority = authority(folder, machine, new Issuer(clock));
    // Key and certificate share a file, so that they always belong together.
    Path file = folder.resolve(SERVER_FILE);
    Identity server =
        Files.exists(file)
            ? new Identity(PemFiles.key(file), PemFiles.certificates(file).getFirst())
            : authority;
    Certificates certificates = new Certificates(folder, clock, names, authority, server);
    certificates.renewWhenDue();
    return certificates;
  }

  /**
   * Certificates from elsewhere, as PEM files.
   *
   * @param certificate the server's first, then those that signed it
   */
  public static Supplied given(Path certificate, Path key) throws IOException {
    List<X509Certificate> chain = PemFiles.certificates(certificate);
    return new Supplied(chain, OneKey.context(PemFiles.key(key), chain));
  }

  /** Certificates that somebody else renews. */
  public record Supplied(List<X509Certificate> chain, SSLContext tls) {}

  /** The first certificate of a PEM file. */
  public static X509Certificate first(Path file) throws IOException {
    return PemFiles.certificates(file).getFirst();
  }

  /** The certificate of the authority: what clients pin and people compare. */
  public X509Certificate authority() {
    return authority.certificate();
  }

  public synchronized X509Certificate server() {
    return server.certificate();
  }

  /** Shows the server's certificate and the authority's, as they are now. */
  public synchronized SSLContext tls() {
    return OneKey.context(server.key(), List.of(server.certificate(), authority.certificate()));
  }

  /**
   * Makes a new server certificate under the same authority when the old one is about to end or
   * does not name the machine as it is called now.
   *
   * @return whether there is a new one
   */
  public synchronized boolean renewWhenDue() throws IOException {
    Set<String> wanted = names.get();
    if (isServerCertificate()
        && lastsLongEnough()
        && namesOf(server.certificate()).equals(wanted)) {
      return false;
    }
    server = new Issuer(clock).server(authority, generalNames(wanted));
    PemFiles.write(folder.resolve(SERVER_FILE), server.key(), server.certificate());
    LOG.info("made a server certificate for {}", String.join(", ", wanted));
    return true;
  }

  private boolean isServerCertificate() {
    return server.certificate().getBasicConstraints() < 0
        && server
            .certificate()
            .getIssuerX500Principal()
            .equals(authority.certificate().getSubjectX500Principal());
  }

  private boolean lastsLongEnough() {
    Instant now = clock.instant();
    Instant from = server.certificate().getNotBefore().toInstant();
    Instant until = server.certificate().getNotAfter().toInstant();
    return !now.isBefore(from) && now.plus(RENEW_BEFORE).isBefore(until);
  }

  private static Identity authority(Path folder, String machine, Issuer issuer) throws IOException {
    Path key = folder.resolve("ca.key");
    Path certificate = folder.resolve("ca.pem");
    if (Files.exists(key) && Files.exists(certificate)) {
      return new Identity(PemFiles.key(key), PemFiles.certificates(certificate).getFirst());
    }
    if (Files.exists(certificate)) {
      throw new IOException(
          certificate + " is there but its key " + key + " is not: put it back, or remove both");
    }
    Identity made = issuer.authority("Charla CA of " + machine);
    PemFiles.write(key, made.key());
    PemFiles.write(certificate, made.certificate());
    return made;
  }

  private static List<GeneralName> generalNames(Collection<String> names) {
    List<GeneralName> result = new ArrayList<>();
    for (String name : names) {
      int kind = HostNames.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName;
      result.add(new GeneralName(kind, name));
    }
    return result;
  }

  private static Set<String> namesOf(X509Certificate certificate) {
    Set<String> names = new TreeSet<>();
    try {
      var alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        alternatives.forEach(entry -> names.add(String.valueOf(entry.get(1))));
      }
      return names;
    } catch (CertificateParsingException e) {
      return names;
    }
  }
}
