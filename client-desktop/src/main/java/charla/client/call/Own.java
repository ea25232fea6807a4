package charla.client.call;

/** What a person has done to their own end. */
public record Own(boolean muted, boolean holding) {
  static final Own OPEN = new Own(false, false);

  /** As one of the four keys leaves it. */
  Own after(CallEvent.ByPerson key) {
    return switch (key) {
      case CallEvent.Mute _ -> new Own(true, holding);
      case CallEvent.Unmute _ -> new Own(false, holding);
      case CallEvent.Hold _ -> new Own(muted, true);
      case CallEvent.Unhold _ -> new Own(muted, false);
      default -> this;
    };
  }
}
