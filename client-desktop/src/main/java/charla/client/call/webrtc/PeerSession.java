package charla.client.call.webrtc;

import charla.client.call.AudioDevices.Processing;
import charla.client.call.Media;
import charla.protocol.Signal;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpReceiver;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCSignalingState;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One end of one call. Everything is done on the media thread; WebRTC's own threads only hand their
 * values over to it.
 */
final class PeerSession {
  private static final Logger LOG = LoggerFactory.getLogger(PeerSession.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final int LOOKS_PER_QUALITY = 10;

  private final Studio studio;
  private final OneThread thread;
  private final Media.Role role;
  private final Media.Listener listener;
  private final RTCPeerConnection connection;
  private final RTCRtpSender sender;
  private final Statistics statistics = new Statistics();
  private final PathState path;
  private final CandidateRules rules;
  private final Candidates candidates;
  private final OneThread.Repeating looking;
  private AudioTrack microphone;
  private boolean muted;
  private boolean held;
  private boolean closed;
  private boolean unanswered;
  private boolean restartWanted;
  private int looks;
  private @Nullable String lastRemote;

  PeerSession(
      Studio studio,
      OneThread thread,
      Media.Setup setup,
      Processing processing,
      Media.Listener listener) {
    this.studio = studio;
    this.thread = thread;
    this.role = setup.role();
    this.listener = listener;
    this.path = new PathState(listener);
    this.connection = studio.connect(Configurations.of(setup), new Hearing());
    this.rules = CandidateRules.of(setup.iceServers());
    this.candidates = new Candidates(connection, rules);
    this.microphone = studio.microphone(processing);
    this.sender = connection.addTrack(microphone, List.of("charla"));
    this.looking = thread.every(LOOK_EVERY, () -> connection.getStats(this::counted));
  }

  void offer() {
    if (closed || role != Media.Role.CALLER || unanswered) {
      return;
    }
    unanswered = true;
    connection.createOffer(
        new RTCOfferOptions(),
        Descriptions.created(this::later, offer -> setLocal(offer, new Signal.Offer(offer.sdp))));
  }

  /**
   * One offer at a time: nothing in an answer tells to which of two it belongs, and the wrong one
   * would lead to no path. What is asked for meanwhile follows the answer.
   */
  void restartIce() {
    if (closed || role != Media.Role.CALLER) {
      return;
    }
    if (unanswered) {
      restartWanted = true;
      return;
    }
    restartWanted = false;
    connection.restartIce();
    offer();
  }

  void hear(Signal signal) {
    if (closed) {
      return;
    }
    switch (signal) {
      case Signal.Offer(String sdp) when role == Media.Role.CALLEE ->
          setRemote(RTCSdpType.OFFER, sdp, this::answer);
      case Signal.Answer(String sdp) when isAnswerAwaited() ->
          setRemote(RTCSdpType.ANSWER, sdp, this::answered);
      case Signal.Candidate candidate -> candidates.hear(candidate);
      default -> LOG.debug("a signal that is not expected now is ignored");
    }
  }

  void mute(boolean on) {
    muted = on;
    gates();
  }

  void hold(boolean on) {
    held = on;
    gates();
  }

  /** Another way to treat the microphone's sound, from now on. */
  void process(Processing processing) {
    if (closed) {
      return;
    }
    AudioTrack before = microphone;
    microphone = studio.microphone(processing);
    gates();
    sender.replaceTrack(microphone);
    before.dispose();
  }

  /** In this order: a track that is still sent must not be disposed of. */
  void close() {
    if (closed) {
      return;
    }
    closed = true;
    looking.end();
    connection.removeTrack(sender);
    connection.close();
    microphone.dispose();
  }

  private void gates() {
    if (closed) {
      return;
    }
    microphone.setEnabled(!muted && !held);
    for (RTCRtpReceiver receiver : connection.getReceivers()) {
      receiver.getTrack().setEnabled(!held);
    }
  }

  private boolean isAnswerAwaited() {
    return role == Media.Role.CALLER
        && connection.getSignalingState() == RTCSignalingState.HAVE_LOCAL_OFFER;
  }

  private void answered() {
    unanswered = false;
    if (restartWanted) {
      restartIce();
    }
  }

  private void answer() {
    connection.createAnswer(
        new RTCAnswerOptions(),
        Descriptions.created(
            this::later, answer -> setLocal(answer, new Signal.Answer(answer.sdp))));
  }

  private void setLocal(RTCSessionDescription description, Signal signal) {
    connection.setLocalDescription(
        description, Descriptions.set(this::later, () -> listener.say(signal)));
  }

  /** The same one again, as after a reconnect, changes nothing. */
  private void setRemote(RTCSdpType type, String sdp, Runnable then) {
    if (sdp.equals(lastRemote)) {
      return;
    }
    lastRemote = sdp;
    connection.setRemoteDescription(
        new RTCSessionDescription(type, rules.allowedOnly(sdp)),
        Descriptions.set(
            this::later,
            () -> {
              candidates.described();
              gates();
              then.run();
            }));
  }

  private void counted(RTCStatsReport report) {
    later(() -> {
      listener.levels(Statistics.own(report), Statistics.other(report));
      path.arrived(Statistics.arrived(report));
      looks++;
      if (looks % LOOKS_PER_QUALITY == 0 && path.isGood()) {
        listener.quality(statistics.quality(report));
      }
    });
  }

  private void later(Runnable task) {
    thread.run(() -> {
      if (!closed) {
        task.run();
      }
    });
  }

  /** What WebRTC calls, from threads of its own. */
  private final class Hearing implements PeerConnectionObserver {
    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
      Signal signal =
          new Signal.Candidate(candidate.sdpMid, candidate.sdpMLineIndex, candidate.sdp);
      later(() -> listener.say(signal));
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
      if (state == RTCIceGatheringState.COMPLETE) {
        later(() -> listener.say(new Signal.CandidatesEnd()));
      }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
      later(() -> path.changed(state));
    }
  }
}
