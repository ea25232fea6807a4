package charla.server.account;

import charla.protocol.ServerInfo;
import charla.protocol.Username;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Whether a password is among those that are tried first: common ones, names, patterns. */
final class Obviousness {
  private static final double GUESSES_MIN = 1e6;

  /** The estimator knows English; these are the commonest in Spanish, the other language here. */
  private static final List<String> SPANISH =
      List.of("contraseña", "contrasena", "clave", "secreto", "bienvenido", "teamo", "hola");

  /** The estimator's time explodes with length: 72 odd characters take seconds. */
  private static final int PIECE = 16;

  /** A name shorter than this also stands inside words that have nothing to do with it. */
  private static final int NAME_MIN = 3;

  /** Its word lists take a moment to load, which must not delay the start. */
  private final CompletableFuture<Zxcvbn> estimator = CompletableFuture.supplyAsync(Zxcvbn::new);

  /** The names of the person and the product count for nothing. May take half a second. */
  boolean isObvious(String password, Username username, String displayName) {
    List<String> names = namesOf(username, displayName);
    String rest = password.toLowerCase(Locale.ROOT);
    for (String name : names) {
      rest = rest.replace(name, "");
    }
    return guesses(rest, Stream.concat(names.stream(), SPANISH.stream()).toList()) < GUESSES_MIN;
  }

  private double guesses(String text, List<String> wellKnown) {
    double guesses = 1;
    for (int i = 0; i < text.length(); i += PIECE) {
      String piece = text.substring(i, Math.min(i + PIECE, text.length()));
      guesses *= estimator.join().measure(piece, wellKnown).getGuesses();
    }
    return guesses;
  }

  private static List<String> namesOf(Username username, String displayName) {
    return Stream.concat(
            Stream.of(ServerInfo.PRODUCT, username.value(), displayName),
            Stream.of(displayName.split("\\s+")))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.length() >= NAME_MIN)
        .toList();
  }
}
