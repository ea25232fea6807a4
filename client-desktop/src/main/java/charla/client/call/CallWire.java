package charla.client.call;

import charla.client.net.LinkState;
import charla.client.net.Live;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.Signal;
import charla.protocol.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said to the server about calls, and heard from it: each change of a call once, each
 * signal once, and a farewell until the server knows of it. FX thread only.
 */
final class CallWire implements Live.Listener {
  /** So many calls are remembered, so that none that is over rings again. */
  private static final int REMEMBERED = 500;

  /** Who is told what came. */
  interface Ear {
    void on(CallEvent event);

    /** Newer than what was told of this call before. */
    void told(CallEvent.Told told);
  }

  private final Live live;
  private final UserId me;
  private final Ear ear;
  private final Map<CallId, Long> versions = new LinkedHashMap<>();
  private final Map<CallId, ClientFrame> leaving = new LinkedHashMap<>();
  private @Nullable SessionId here;
  private @Nullable Signalling signalling;
  private boolean welcomed;

  CallWire(Live live, UserId me, Ear ear) {
    this.live = live;
    this.me = me;
    this.ear = ear;
  }

  /** A new call comes after every farewell, or the server takes it for the call that was left. */
  void send(ClientFrame frame) {
    if (frame instanceof ClientFrame.StartCall) {
      sayFarewells();
    }
    live.send(frame);
  }

  /** Says so now, and on every new connection until the server has answered. */
  void leave(CallId id, ClientFrame farewell) {
    leaving.put(id, farewell);
    send(farewell);
  }

  /** The server believes that this device is in a call in which it is not. */
  void disown(CallId id) {
    if (!leaving.containsKey(id)) {
      leave(id, new ClientFrame.EndCall(id, CallReason.LOST));
    }
  }

  /** From now on signals of this call are said and heard, and of no other. */
  void follow(CallId id) {
    if (signalling == null || !signalling.id().equals(id)) {
      signalling = new Signalling(id, this::sendInOrder);
    }
  }

  void say(Signal signal) {
    if (signalling != null) {
      signalling.say(signal);
    }
  }

  void resume() {
    if (signalling != null) {
      signalling.resume();
    }
  }

  void probe() {
    live.probe();
  }

  @Override
  public void state(LinkState state) {
    welcomed = welcomed && state instanceof LinkState.Online;
  }

  @Override
  public void frame(ServerFrame frame) {
    switch (frame) {
      case ServerFrame.Welcome welcome -> welcome(welcome);
      // Something was not told: what there is of a call is asked for as after a new connection.
      case ServerFrame.Resync _ -> ear.on(new CallEvent.Online());
      case ServerFrame.CallChanged changed -> changed(changed.call());
      case ServerFrame.CallSignal signal -> heard(signal);
      case ServerFrame.CallRelay relay ->
          ear.on(new CallEvent.Relay(relay.callId(), relay.iceServers()));
      case ServerFrame.Rejected rejected when rejected.callId() != null -> {
        if (isFinal(rejected.code())) {
          leaving.remove(rejected.callId());
        }
        ear.on(new CallEvent.Refused(rejected.callId(), rejected.code()));
      }
      default -> {}
    }
  }

  private void welcome(ServerFrame.Welcome welcome) {
    here = welcome.sessionId();
    welcomed = true;
    sayFarewells();
    ear.on(new CallEvent.Online());
  }

  /** The server hears nothing that was said before what it has heard: that is said again first. */
  private void sendInOrder(ClientFrame frame) {
    if (welcomed) {
      send(frame);
    }
  }

  private void sayFarewells() {
    leaving.values().forEach(live::send);
  }

  private void changed(Call call) {
    if (here == null || !isNews(call)) {
      return;
    }
    if (call.state() == Call.State.ENDED) {
      leaving.remove(call.id());
    } else if (leaving.containsKey(call.id())) {
      // It was left here; the server has not heard the farewell yet.
      return;
    }
    ear.told(new CallEvent.Told(call, Part.of(call, me, here)));
  }

  private boolean isNews(Call call) {
    long known = versions.getOrDefault(call.id(), 0L);
    if (call.version() <= known) {
      return false;
    }
    versions.put(call.id(), call.version());
    if (versions.size() > REMEMBERED) {
      versions.remove(versions.keySet().iterator().next());
    }
    return true;
  }

  /** Saying it again would be of no use. */
  private static boolean isFinal(ErrorCode code) {
    return switch (code) {
      case NOT_FOUND, NOT_ALLOWED, INVALID_REQUEST -> true;
      default -> false;
    };
  }

  private void heard(ServerFrame.CallSignal said) {
    Signalling now = signalling;
    if (now != null && now.id().equals(said.callId()) && now.isNews(said)) {
      ear.on(new CallEvent.Heard(said.callId(), said.signal()));
    }
  }
}
