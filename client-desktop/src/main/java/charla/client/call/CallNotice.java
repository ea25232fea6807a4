package charla.client.call;

import java.util.Optional;

/** Something that one should know during a call, and what can be done about it with one press. */
public record CallNotice(String text, Optional<Offer> offer) {
  /**
   * @param word on the button
   */
  public record Offer(String word, Runnable take) {}

  static CallNotice of(String text) {
    return new CallNotice(text, Optional.empty());
  }
}
