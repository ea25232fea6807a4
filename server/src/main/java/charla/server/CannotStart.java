package charla.server;

/** The server cannot start; the message is a sentence for the person who starts it. */
final class CannotStart extends RuntimeException {
  CannotStart(String sentence) {
    super(sentence, null, false, false);
  }
}
