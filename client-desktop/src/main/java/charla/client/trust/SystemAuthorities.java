package charla.client.trust;

import charla.client.ui.OperatingSystem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom this computer trusts anyway: Java's list and the operating system's own. */
final class SystemAuthorities {
  private static final Logger LOG = LoggerFactory.getLogger(SystemAuthorities.class);

  private SystemAuthorities() {}

  static X509ExtendedTrustManager load() {
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      for (X509Certificate known : managerOf(null).getAcceptedIssuers()) {
        all.setCertificateEntry("java-" + all.size(), known);
      }
      addOperatingSystems(all);
      return managerOf(all);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no authorities", e);
    }
  }

  /** Trusts those of the key store, and nobody else. */
  static X509ExtendedTrustManager managerOf(@Nullable KeyStore authorities)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
  }

  private static void addOperatingSystems(KeyStore all) {
    switch (OperatingSystem.here()) {
      case WINDOWS -> addAll(all, "Windows-ROOT");
      case MAC -> addAll(all, "KeychainStore-ROOT");
      // Java's own are the system's where the system has packaged Java.
      case LINUX -> {}
    }
  }

  private static void addAll(KeyStore all, String type) {
    try {
      KeyStore own = KeyStore.getInstance(type);
      own.load(null, null);
      for (String alias : Collections.list(own.aliases())) {
        all.setCertificateEntry("system-" + all.size(), own.getCertificate(alias));
      }
    } catch (GeneralSecurityException | IOException e) {
      LOG.warn("the system's authorities cannot be read, Java's are used", e);
    }
  }
}
