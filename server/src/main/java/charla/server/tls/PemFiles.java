package charla.server.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Reads and writes PEM files; what is written appears whole or not at all. */
final class PemFiles {
  private PemFiles() {}

  /** All certificates of the file, in their order; at least one. */
  static List<X509Certificate> certificates(Path file) throws IOException {
    List<X509Certificate> found = new ArrayList<>();
    try {
      for (Object entry : entries(file)) {
        if (entry instanceof X509CertificateHolder holder) {
          found.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException(file + " holds no readable certificate", e);
    }
    if (found.isEmpty()) {
      throw new IOException(file + " holds no certificate");
    }
    return found;
  }

  /** The private key of the file, in PKCS #8 or the older form of its algorithm, not encrypted. */
  static PrivateKey key(Path file) throws IOException {
    try {
      for (Object entry : entries(file)) {
        if (entry instanceof PrivateKeyInfo info) {
          return key(info);
        }
        if (entry instanceof PEMKeyPair pair) {
          return key(pair.getPrivateKeyInfo());
        }
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException(file + " holds no readable private key", e);
    }
    throw new IOException(file + " holds no private key that is not encrypted");
  }

  private static List<Object> entries(Path file) throws IOException {
    List<Object> entries = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
      for (Object entry = parser.readObject(); entry != null; entry = parser.readObject()) {
        entries.add(entry);
      }
      return entries;
    } catch (IOException e) {
      throw new IOException(file + " cannot be read as a PEM file", e);
    }
  }

  private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
    // The JDK knows the algorithms by their object identifiers too.
    return KeyFactory.getInstance(info.getPrivateKeyAlgorithm().getAlgorithm().getId())
        .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }

  /** Writes keys and certificates; the file is the owner's alone from its first byte. */
  static void write(Path file, Object... contents) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      for (Object content : contents) {
        pem.writeObject(
            content instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : content);
      }
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    createForOwner(fresh);
    Files.writeString(fresh, text.toString());
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void createForOwner(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      // Windows: the data folder's own access list keeps others out.
      Files.createFile(file);
    }
  }
}
