package charla.client.net;

/** What a session is known by. Never shown: {@link #toString} does not tell it. */
public record Token(String value) {
  String header() {
    return "Bearer " + value;
  }

  @Override
  public String toString() {
    return "Token[…]";
  }
}
