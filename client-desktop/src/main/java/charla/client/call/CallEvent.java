package charla.client.call;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.ErrorCode;
import charla.protocol.IceServer;
import charla.protocol.Signal;
import charla.protocol.User;
import java.util.List;

/** What may happen to a call. */
public sealed interface CallEvent {
  /** The person here did something. */
  sealed interface ByPerson extends CallEvent {}

  record Dial(CallId id, User peer) implements ByPerson {}

  record Accept() implements ByPerson {}

  record Decline() implements ByPerson {}

  record Ignore() implements ByPerson {}

  record HangUp() implements ByPerson {}

  record Mute() implements ByPerson {}

  record Unmute() implements ByPerson {}

  record Hold() implements ByPerson {}

  record Unhold() implements ByPerson {}

  /** What a call that is over left on the screen was read. */
  record Dismiss() implements ByPerson {}

  /** It is about one call, and means nothing to another. */
  sealed interface AboutOne extends CallEvent {
    CallId id();
  }

  /**
   * The server told how a call stands, newer than before.
   *
   * @param part what this device has to do with it
   */
  record Told(Call call, Part part) implements CallEvent {
    Call.State state() {
      return call.state();
    }

    /** Of a call that has ended. */
    Ending ending() {
      return call.reason() == null ? Ending.COMPLETED : Ending.of(call.reason());
    }
  }

  record Relay(CallId id, List<IceServer> iceServers) implements AboutOne {}

  /** The other device said something, once. */
  record Heard(CallId id, Signal signal) implements AboutOne {}

  record Refused(CallId id, ErrorCode code) implements AboutOne {}

  /** This end of the path has something to say to the other. */
  record Says(CallId id, Signal signal) implements AboutOne {}

  record PathFound(CallId id) implements AboutOne {}

  record PathBroken(CallId id) implements AboutOne {}

  record PathFailed(CallId id) implements AboutOne {}

  /** Audio was measured: there is a path. */
  record Measured(CallId id) implements AboutOne {}

  /** The live connection is there again. */
  record Online() implements CallEvent {}

  /** The computer slept: what was true before may no longer be. */
  record Slept() implements CallEvent {}

  record TimeUp(Timer timer) implements CallEvent {}
}
