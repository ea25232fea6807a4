package charla.client.session;

/** Where the session's token is; Settings says so. */
public enum TokenPlace {
  /** The operating system's keyring. */
  KEYRING,
  /** A file that only its owner reads, because there is no keyring here. */
  FILE,
  /** Nowhere on disk: the session ends with the app. */
  MEMORY
}
