package charla.client.call;

import charla.protocol.CallReason;
import charla.protocol.ErrorCode;

/** How a call ended, as the person at this end reads it. */
public enum Ending {
  COMPLETED,
  DECLINED,
  NO_ANSWER,
  BUSY,
  UNREACHABLE,
  NOT_ALLOWED,
  LOST,
  NO_PATH,
  /** Another device of this person has it. */
  ELSEWHERE,
  /** This person is in a call on another device. */
  ALREADY_IN_A_CALL,
  REFUSED,
  /** The server said nothing. */
  OFFLINE;

  static Ending of(CallReason reason) {
    return switch (reason) {
      case COMPLETED, CANCELLED, UNKNOWN -> COMPLETED;
      case DECLINED -> DECLINED;
      case NO_ANSWER -> NO_ANSWER;
      case BUSY -> BUSY;
      case UNREACHABLE -> UNREACHABLE;
      case NOT_ALLOWED -> NOT_ALLOWED;
      case LOST -> LOST;
      case ICE_FAILED -> NO_PATH;
    };
  }

  static Ending of(ErrorCode code) {
    return switch (code) {
      case IN_A_CALL -> ALREADY_IN_A_CALL;
      case NOT_FOUND, NOT_ALLOWED -> NOT_ALLOWED;
      default -> REFUSED;
    };
  }

  Ringer.Sound sound() {
    return switch (this) {
      case COMPLETED, ELSEWHERE -> Ringer.Sound.HANG_UP;
      case DECLINED, BUSY -> Ringer.Sound.BUSY;
      case LOST -> Ringer.Sound.LOST;
      case NO_ANSWER, UNREACHABLE, NOT_ALLOWED, NO_PATH, ALREADY_IN_A_CALL, REFUSED, OFFLINE ->
          Ringer.Sound.LOW;
    };
  }

  /** How long it stands there. */
  Timer shownFor() {
    if (redial()) {
      return Timer.LONG;
    }
    return this == COMPLETED ? Timer.REPORT : Timer.BRIEFLY;
  }

  /** Whether something went wrong, and nobody chose it. */
  public boolean failed() {
    return this == LOST || this == NO_PATH || this == REFUSED || this == OFFLINE;
  }

  /** Whether calling again is what most people would do next. */
  public boolean redial() {
    return switch (this) {
      case COMPLETED, ELSEWHERE, ALREADY_IN_A_CALL -> false;
      default -> true;
    };
  }
}
