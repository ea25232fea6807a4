package charla.server.web;

/** Who may ask at an {@link Endpoint}. What belongs to a person is checked by the services. */
public enum Access {
  ANYBODY,
  SIGNED_IN,
  ADMINISTRATOR
}
