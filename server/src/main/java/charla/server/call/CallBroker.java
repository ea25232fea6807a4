package charla.server.call;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.account.Caller;
import charla.server.refusal.Refusal;
import java.util.function.Consumer;

/**
 * Decides who talks with whom. A party of a call is a person with one of their devices, not a
 * connection: who drops out and comes back in time goes on. Every change is stored by comparing
 * versions before anybody is told; what has ended stays ended. Every method may block and is safe
 * for any thread; all throw {@link Refusal} {@code rate_limited}, {@code not_found} for a call that
 * is not this person's, and what the store says.
 */
public final class CallBroker {
  private final Exchange exchange;
  private final Dialing dialing;
  private final Announcer announcer;
  private final CallPace pace;

  CallBroker(Exchange exchange, Dialing dialing, Announcer announcer, CallPace pace) {
    this.exchange = exchange;
    this.dialing = dialing;
    this.announcer = announcer;
    this.pace = pace;
  }

  /**
   * Calls somebody, once however often it is asked.
   *
   * @throws Refusal {@code not_allowed} for somebody whom the caller blocks, {@code in_a_call}
   */
  public void start(Caller who, ClientFrame.StartCall frame) {
    pace.starts().take(who.userId());
    dialing.start(who, frame);
  }

  /** A device of the callee rings. */
  public void ringing(Caller who, CallId id) {
    asCallee(
        who,
        id,
        call -> {
          if (call.now().state() == Call.State.DIALING) {
            exchange.change(call, StoredCall::ringing);
          }
        });
  }

  /**
   * The first device of the callee that answers has the call; one that comes too late is told how
   * it stands.
   */
  public void accept(Caller who, CallId id) {
    asCallee(
        who,
        id,
        call -> {
          if (call.now().isAnswered()) {
            announcer.tell(who.sessionId(), call);
          } else {
            dialing.answer(who, call);
          }
        });
  }

  /**
   * No; also from a device that has answered and does not know it: its own call crossed this one.
   */
  public void decline(Caller who, CallId id) {
    asCallee(
        who,
        id,
        call -> {
          if (!call.now().isAnswered()) {
            exchange.end(call, CallReason.DECLINED);
          } else if (call.now().isParty(who.sessionId())) {
            exchange.end(call, CallReason.COMPLETED);
          } else {
            announcer.tell(who.sessionId(), call);
          }
        });
  }

  /** A device of the call hears the other one. */
  public void connected(Caller who, CallId id) {
    asParty(
        who,
        id,
        call -> {
          if (call.now().state() == Call.State.CONNECTING) {
            exchange.change(call, StoredCall::active);
          }
        });
  }

  /** Hangs up, whatever the state; the reason that is stored is one that fits. */
  public void end(Caller who, ClientFrame.EndCall frame) {
    with(
        who,
        frame.callId(),
        call -> {
          if (!call.now().isAnswered() && call.now().callee().equals(who.userId())) {
            exchange.end(call, CallReason.DECLINED);
            return;
          }
          requireParty(who, call);
          exchange.end(call, reason(call, frame.reason()));
        });
  }

  /**
   * Passes on what one device of the call says to the other.
   *
   * @throws Refusal {@code invalid_request} for what is no signal of a voice call, and before the
   *     answer
   */
  public void signal(Caller who, ClientFrame.CallSignal frame) {
    asParty(
        who,
        frame.callId(),
        call -> {
          SessionId peer =
              call.now()
                  .peerOf(who.sessionId())
                  .orElseThrow(
                      () -> new Refusal(ErrorCode.INVALID_REQUEST, "a signal before the answer"));
          SignalRules.require(frame.signal());
          var signal =
              new ServerFrame.CallSignal(
                  frame.callId(), who.sessionId(), frame.n(), frame.signal());
          if (call.take(signal)) {
            announcer.pass(peer, signal);
          }
        });
  }

  /** A device of the call is back: it gets the call as it stands and what it missed. */
  public void resume(Caller who, ClientFrame.ResumeCall frame) {
    with(
        who,
        frame.callId(),
        call -> {
          SessionId device = who.sessionId();
          if (!call.now().isParty(device)) {
            announcer.tell(device, call);
            return;
          }
          exchange.arrived(call, device);
          announcer.tell(device, call);
          if (call.now().isAnswered()) {
            announcer.tellRelay(device, call);
            call.signalsTo(device, frame.heardUpTo()).forEach(s -> announcer.pass(device, s));
          }
        });
  }

  /** A device has connected: it hears of all that concerns it. */
  public void deviceArrived(UserId userId, SessionId device) {
    exchange.each(
        userId,
        call -> {
          StoredCall now = call.now();
          if (now.isParty(device)) {
            exchange.left(call, device);
            announcer.tell(device, call);
          } else if (!now.isAnswered() && now.callee().equals(userId) && !call.isBarred()) {
            dialing.offer(call, device);
          }
        });
  }

  /** A device's connection is gone; nothing when a newer one took its place. */
  public void deviceGone(UserId userId, SessionId device) {
    exchange.each(userId, call -> exchange.leftIfGone(call, device));
  }

  private void asCallee(Caller who, CallId id, Consumer<LiveCall> action) {
    with(
        who,
        id,
        call -> {
          if (!call.now().callee().equals(who.userId())) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "only who is called can answer");
          }
          action.accept(call);
        });
  }

  private void asParty(Caller who, CallId id, Consumer<LiveCall> action) {
    with(
        who,
        id,
        call -> {
          requireParty(who, call);
          action.accept(call);
        });
  }

  /** Does it with a call that lives; who comes too late is told how it ended, and nobody else. */
  private void with(Caller who, CallId id, Consumer<LiveCall> action) {
    pace.frames().take(who.userId());
    exchange.with(id, who.userId(), action, ended -> announcer.tell(who.sessionId(), ended));
  }

  private static CallReason reason(LiveCall call, CallReason told) {
    if (!call.now().isAnswered()) {
      return call.givenUp();
    }
    return switch (told) {
      case LOST, ICE_FAILED -> told;
      default -> CallReason.COMPLETED;
    };
  }

  private static void requireParty(Caller who, LiveCall call) {
    if (!call.now().isParty(who.sessionId())) {
      throw new Refusal(ErrorCode.NOT_ALLOWED, "another device of somebody in a call");
    }
  }
}
