package charla.client.call;

import charla.protocol.CallId;
import charla.protocol.ClientFrame;
import charla.protocol.IceServer;
import charla.protocol.Signal;
import java.util.List;

/** What a state wants to be done. */
public sealed interface Effect {
  /** Once; without a connection it is lost, and said again on {@link CallEvent.Online}. */
  record Send(ClientFrame frame) implements Effect {}

  /** Until the server knows, however long that takes: the call is over for this device. */
  record Leave(CallId id, ClientFrame frame) implements Effect {}

  /** To the other device, numbered, and again after a connection was lost. */
  record Say(Signal signal) implements Effect {}

  /** This device is back: binds it to the call, and says again what may have been lost. */
  record Resume() implements Effect {}

  /** Asks whether the server is there: who lost one path may have lost the other with it. */
  record Probe() implements Effect {}

  /** What is heard of a call. */
  sealed interface OfSound extends Effect {}

  /** Opens microphone and path. Both people have said yes. */
  record Open(CallId id, Media.Role role, List<IceServer> iceServers) implements OfSound {}

  record Hear(Signal signal) implements OfSound {}

  record RestartIce() implements OfSound {}

  record Voice(Own own) implements OfSound {}

  /** Lets microphone and path go; nothing when they are not open. */
  record Close() implements OfSound {}

  record Play(Ringer.Sound sound) implements OfSound {}

  record Silence() implements OfSound {}

  /**
   * Begins to wait, anew if it waits already. Leaving for another kind of state ends all waiting.
   */
  record Arm(Timer timer) implements Effect {}

  record Disarm(Timer timer) implements Effect {}
}
