package charla.client.net;

import charla.client.net.TlsListener.Shown;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;

/** What a thief shows who has read a server's public certificates but not its keys. */
final class Forgery {
  private Forgery() {}

  /** The thief's certificate and key, with the real authority put behind it. */
  static Shown withAuthorityOf(Shown real, Shown thief)
      throws GeneralSecurityException, IOException {
    Certificate[] chain = {
      thief.keyStore().getCertificateChain("server")[0],
      real.keyStore().getCertificateChain("server")[1]
    };
    PrivateKey key = (PrivateKey) thief.keyStore().getKey("server", new char[0]);
    KeyStore forged = KeyStore.getInstance("JKS");
    forged.load(null, null);
    forged.setKeyEntry("server", key, new char[0], chain);
    return new Shown(forged, real.authority());
  }
}
