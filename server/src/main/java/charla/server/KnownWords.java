package charla.server;

import charla.protocol.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The six words of the server's authority, kept in a file beside it: they are slow to reckon on
 * purpose, and every start shows them.
 */
record KnownWords(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(KnownWords.class);

  /** The fingerprint, then a word each. */
  private static final int LINES = 7;

  static KnownWords in(Path folder) {
    return new KnownWords(folder.resolve("ca.words"));
  }

  /** Reckoned anew where the file tells of another authority or is not there. */
  List<String> of(Fingerprint authority) {
    try {
      List<String> kept = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (kept.size() == LINES && kept.getFirst().equals(authority.value())) {
        return kept.subList(1, LINES);
      }
      List<String> words = authority.words();
      Files.writeString(file, authority.value() + "\n" + String.join("\n", words) + "\n");
      return words;
    } catch (IOException e) {
      LOG.warn("{} cannot be used, so each start takes longer", file, e);
      return authority.words();
    }
  }
}
