package charla.server.chat;

import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.Message;
import charla.protocol.UserId;

/** What one member of a conversation must not read in it. */
final class Seen {
  private Seen() {}

  /** To a caller whom the callee blocks it looks as if nobody had been there. */
  static Message by(UserId viewer, Message message) {
    CallLine line = message.call();
    return line != null
            && line.reason() == CallReason.NOT_ALLOWED
            && message.fromUser().equals(viewer)
        ? message.withCall(new CallLine(line.callId(), CallReason.UNREACHABLE, line.seconds()))
        : message;
  }
}
