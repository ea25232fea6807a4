package charla.server.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the key it speaks for. */
record Identity(PrivateKey key, X509Certificate certificate) {}
