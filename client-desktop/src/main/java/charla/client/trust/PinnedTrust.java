package charla.client.trust;

import charla.client.notice.Problem;
import charla.protocol.Fingerprint;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Decides on the certificates of one server, in the handshake, for HTTP and WebSocket alike: under
 * the pinned authority, or, where nothing is pinned, under one that this computer trusts anyway;
 * always with the right host name and not expired. Whatever else comes ends the handshake with an
 * {@link UntrustedException}. Any thread.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
  private final ServerAddress address;
  private final Supplier<Optional<Fingerprint>> pin;
  private final X509ExtendedTrustManager system;

  PinnedTrust(
      ServerAddress address, Supplier<Optional<Fingerprint>> pin, X509ExtendedTrustManager system) {
    this.address = address;
    this.pin = pin;
    this.system = system;
  }

  /** A check by one trust manager that includes the host name. */
  @FunctionalInterface
  private interface NamedCheck {
    void by(X509ExtendedTrustManager manager) throws CertificateException;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    requireNameCheck(engine.getSSLParameters());
    check(chain, authType, manager -> manager.checkServerTrusted(chain, authType, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    if (!(socket instanceof SSLSocket ssl)) {
      throw new UntrustedException(new Problem.Insecure(address.toString()));
    }
    requireNameCheck(ssl.getSSLParameters());
    check(chain, authType, manager -> manager.checkServerTrusted(chain, authType, socket));
  }

  /** Without a connection there is no host name to check. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new UntrustedException(new Problem.Insecure(address.toString()));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this is not a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  private void check(X509Certificate[] chain, String authType, NamedCheck named)
      throws CertificateException {
    Optional<Fingerprint> trusted = pin.get();
    if (trusted.isEmpty() && passes(() -> named.by(system))) {
      return;
    }
    X509Certificate authority = authority(chain, trusted);
    X509ExtendedTrustManager manager = managerFor(authority);
    requireValidNow(chain[0]);
    if (!passes(() -> manager.checkServerTrusted(chain, authType))) {
      throw new UntrustedException(new Problem.Insecure(address.toString()));
    }
    if (!passes(() -> named.by(manager))) {
      throw new UntrustedException(new Problem.WrongHostName(address.toString()));
    }
    if (trusted.isEmpty()) {
      throw new UntrustedException(
          new Problem.NotTrusted(address.toString(), Fingerprint.of(authority)));
    }
  }

  /** The pinned one, wherever in the chain it stands; the last one when nothing is pinned. */
  private X509Certificate authority(X509Certificate[] chain, Optional<Fingerprint> trusted)
      throws UntrustedException {
    X509Certificate last = chain[chain.length - 1];
    if (trusted.isEmpty()) {
      return last;
    }
    return Arrays.stream(chain)
        .filter(certificate -> Fingerprint.of(certificate).equals(trusted.get()))
        .findFirst()
        .orElseThrow(() ->
            new UntrustedException(
                new Problem.CertificateChanged(
                    address.toString(), trusted.get(), Fingerprint.of(last))));
  }

  private void requireValidNow(X509Certificate leaf) throws UntrustedException {
    try {
      leaf.checkValidity();
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      throw new UntrustedException(new Problem.Expired(address.toString()));
    }
  }

  private void requireNameCheck(SSLParameters parameters) throws UntrustedException {
    if (!"HTTPS".equalsIgnoreCase(parameters.getEndpointIdentificationAlgorithm())) {
      throw new UntrustedException(new Problem.Insecure(address.toString()));
    }
  }

  private static X509ExtendedTrustManager managerFor(X509Certificate authority)
      throws CertificateException {
    try {
      KeyStore only = KeyStore.getInstance(KeyStore.getDefaultType());
      only.load(null, null);
      only.setCertificateEntry("authority", authority);
      return SystemAuthorities.managerOf(only);
    } catch (GeneralSecurityException | IOException e) {
      throw new CertificateException(e);
    }
  }

  /** A check that throws when it says no. */
  @FunctionalInterface
  private interface Check {
    void run() throws CertificateException;
  }

  private static boolean passes(Check check) {
    try {
      check.run();
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }
}
