package charla.client.call;

import charla.protocol.IceServer;
import charla.protocol.Signal;
import java.util.List;
import java.util.function.Consumer;

/**
 * Audio from device to device. Nothing here blocks, and any thread may call it; what comes back is
 * told on a thread of the adapter's, as values. With no audio device a session works all the same:
 * it is silent, or it only listens.
 */
public interface Media extends AutoCloseable {
  /** Loads what calls need, which takes a moment, and says once whether they can be had. */
  void prepare(Consumer<Availability> answer);

  /**
   * Opens one end of a call. Only from here on is the microphone open, are addresses looked for and
   * is anything sent, so it is called after both people said yes.
   */
  Session open(Setup setup, Listener listener);

  /** Ends every session and lets the devices go. */
  @Override
  void close();

  /** Whether this computer can call. */
  sealed interface Availability {
    record Ready() implements Availability {}

    /** It cannot, until the app is started again; everything else of Charla works. */
    record Unavailable(Reason reason) implements Availability {}
  }

  /** Why there are no calls. */
  enum Reason {
    /** There is no WebRTC library for this system. */
    SYSTEM_NOT_SUPPORTED,
    /** The library is there but does not load, most often since a system library is missing. */
    LIBRARY_DOES_NOT_LOAD
  }

  /**
   * @param iceServers none for the own network only
   */
  record Setup(Role role, List<IceServer> iceServers, Route route) {
    public Setup {
      iceServers = List.copyOf(iceServers);
    }
  }

  /** The caller makes every offer, the callee every answer. */
  enum Role {
    CALLER,
    CALLEE
  }

  /** Which ways the audio may take. */
  enum Route {
    ANY,
    /** Through a relay only, so that the other one does not learn this computer's address. */
    RELAYED
  }

  /**
   * One end of one call. The microphone is open from the start, unless {@link #mute} comes first.
   * After {@link #close} everything is ignored and nothing is told any more.
   */
  interface Session extends AutoCloseable {
    /** The caller's first step: its offer is said through {@link Listener#say}. */
    void offer();

    /**
     * Takes what the other device said. Offer, answer and candidates may come doubled, and
     * candidates before the description they belong to; other kinds are ignored.
     */
    void hear(Signal signal);

    /** Looks for a path anew, by another offer; only the caller's end does something. */
    void restartIce();

    /** Nothing but silence is sent; the microphone stays chosen. */
    void mute();

    void unmute();

    /** Neither sends nor plays, until {@link #unhold}; the path is kept. */
    void hold();

    void unhold();

    /** Lets microphone, speaker and path go, within a second. */
    @Override
    void close();
  }

  /** Hears of one session, on the adapter's thread, one call at a time, in order. */
  interface Listener {
    /** To be passed on to the other device: an offer, an answer, a candidate, their end. */
    void say(Signal signal);

    /** The first path, or a new one, is there. */
    void connected();

    /** There is no path at the moment. */
    void disconnected();

    /** No path was found; only {@link Session#restartIce} may help. */
    void failed();

    /** Every second while there is a path. */
    void quality(Quality quality);

    /**
     * Some ten times a second.
     *
     * @param own how loud the microphone is, 0 to 1, muted or not
     * @param other how loud the other one is, 0 to 1
     */
    void levels(double own, double other);
  }
}
