package charla.client.chat.timeline;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the links of a text: http and https only, with a host. An address that pretends to be
 * another by a name before an {@code @} is no link.
 */
final class Links {
  private static final Pattern CANDIDATE =
      Pattern.compile("\\bhttps?://[^\\s<>\"«»“”]+", Pattern.CASE_INSENSITIVE);
  private static final String NOT_AT_THE_END = ".,;:!?'*_~…";

  private Links() {}

  /** A part of a text: {@code target} is empty for what is no link. */
  record Part(String text, Optional<URI> target) {}

  static List<Part> split(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = CANDIDATE.matcher(text);
    int plainFrom = 0;
    while (matcher.find()) {
      String candidate = withoutTail(matcher.group());
      Optional<URI> target = target(candidate);
      if (target.isEmpty()) {
        continue;
      }
      addPlain(text.substring(plainFrom, matcher.start()), parts);
      parts.add(new Part(candidate, target));
      plainFrom = matcher.start() + candidate.length();
    }
    addPlain(text.substring(plainFrom), parts);
    return parts;
  }

  /** The host as the network knows it: letters that only look like others show as {@code xn--}. */
  static String host(URI target) {
    return target.getHost();
  }

  private static Optional<URI> target(String candidate) {
    try {
      int authority = candidate.indexOf("://") + 3;
      int end = endOfHost(candidate, authority);
      String host = IDN.toASCII(candidate.substring(authority, end)).toLowerCase(Locale.ROOT);
      URI uri = new URI(candidate.substring(0, authority) + host + candidate.substring(end));
      boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null;
      return plain ? Optional.of(new URI(uri.toASCIIString())) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int endOfHost(String candidate, int from) {
    int at = from;
    while (at < candidate.length() && "/:?#@".indexOf(candidate.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Punctuation after a link belongs to the sentence, and so does a bracket it did not open. */
  private static String withoutTail(String candidate) {
    int end = candidate.length();
    while (end > 0) {
      char last = candidate.charAt(end - 1);
      String kept = candidate.substring(0, end);
      boolean unopened = (last == ')' && count(kept, '(') < count(kept, ')')) || last == ']';
      if (NOT_AT_THE_END.indexOf(last) < 0 && !unopened) {
        return kept;
      }
      end--;
    }
    return "";
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }

  private static void addPlain(String text, List<Part> parts) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, Optional.empty()));
    }
  }
}
