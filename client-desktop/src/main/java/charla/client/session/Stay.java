package charla.client.session;

/** How long a session is kept on this device. */
public enum Stay {
  /** Until the person signs out: kept in the system's keyring, else in a file of the owner's. */
  SIGNED_IN,
  /** Until the app ends: kept in memory only. */
  UNTIL_QUIT
}
