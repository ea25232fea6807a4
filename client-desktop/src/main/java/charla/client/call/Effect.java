package charla.client.call;

import charla.protocol.ClientFrame;
import charla.protocol.IceServer;
import charla.protocol.Signal;
import java.util.List;

/** What a state wants to be done. */
public sealed interface Effect {
  /** Once; without a connection it is lost, and said again on {@link CallEvent.Online}. */
  record Send(ClientFrame frame) implements Effect {}

  /** Until the server knows, however long that takes: the call is over for this device. */
  record Leave(ClientFrame frame) implements Effect {}

  /** To the other device, numbered, and again after a connection was lost. */
  record Say(Signal signal) implements Effect {}

  /** This device is back: binds it to the call, and says again what may have been lost. */
  record Resume() implements Effect {}

  /** Opens microphone and path. Both people have said yes. */
  record Open(Media.Role role, List<IceServer> iceServers) implements Effect {}

  record Hear(Signal signal) implements Effect {}

  record RestartIce() implements Effect {}

  record Voice(Own own) implements Effect {}

  /** Lets microphone and path go; nothing when they are not open. */
  record Close() implements Effect {}

  record Play(Ringer.Sound sound) implements Effect {}

  record Silence() implements Effect {}

  /**
   * Begins to wait, anew if it waits already. Leaving for another kind of state ends all waiting.
   */
  record Arm(Timer timer) implements Effect {}

  record Disarm(Timer timer) implements Effect {}
}
