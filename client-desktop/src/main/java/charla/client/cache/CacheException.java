package charla.client.cache;

/** The disk did not take or give what was asked: full, no rights, damaged. */
public final class CacheException extends Exception {
  CacheException(Exception cause) {
    super(cause);
  }
}
