package charla.server.store;

/**
 * The store cannot be opened, for a reason that the person who starts the server can act on. The
 * message is one or two sentences for them, without secrets.
 */
public final class CannotOpenStore extends RuntimeException {
  public CannotOpenStore(String sentence) {
    super(sentence, null, false, false);
  }
}
