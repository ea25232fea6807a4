package charla.client.chat;

import charla.client.notice.Problem;

/** How far a message has come, as far as this device knows. */
public sealed interface MessageState {
  /** The ordinary way; each step includes the ones before. */
  enum Step implements MessageState {
    /** Kept on this device, not yet acknowledged by the server. */
    WAITING,
    SENT,
    DELIVERED,
    READ
  }

  /**
   * It will not be sent again by itself: {@link Problem.Refused} by the server for good, or {@link
   * Problem.LocalStorage} when this device could not keep it. A person sends it again or drops it.
   */
  record Failed(Problem problem) implements MessageState {}
}
