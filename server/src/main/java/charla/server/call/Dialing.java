package charla.server.call;

import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.account.Caller;
import charla.server.refusal.Refusal;
import java.util.Optional;

/** From the first wish to call somebody to the answer. */
final class Dialing {
  private final Exchange exchange;
  private final Directory directory;
  private final Announcer announcer;

  Dialing(Exchange exchange, Directory directory, Announcer announcer) {
    this.exchange = exchange;
    this.directory = directory;
    this.announcer = announcer;
  }

  /**
   * @throws Refusal as {@link CallBroker#start}
   */
  void start(Caller who, ClientFrame.StartCall frame) {
    UserId callee = frame.toUser();
    if (callee.equals(who.userId())) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "a call to oneself");
    }
    exchange.locked(who.userId(), callee, () -> startLocked(who, frame));
    exchange.live().byId(frame.callId()).ifPresent(_ -> turnAway(who.userId()));
  }

  /** Gives the call to this device; where paths may be found only these two hear. */
  void answer(Caller who, LiveCall call) {
    String name = directory.deviceName(who.userId(), who.sessionId());
    exchange.change(call, now -> now.answered(who.sessionId(), name, call.time()));
    exchange.arrived(call, who.sessionId());
    announcer.tellRelay(call.now().callerSession(), call);
    announcer.tellRelay(who.sessionId(), call);
  }

  /** Lets one more device of the callee ring, unless its person is busy by now. */
  void offer(LiveCall call, SessionId device) {
    if (!call.isOffered()) {
      if (exchange.live().occupying(call.now().callee()).isPresent()) {
        exchange.end(call, CallReason.BUSY);
        return;
      }
      call.offer();
      exchange.watch(call);
    }
    announcer.tell(device, call);
  }

  private void startLocked(Caller who, ClientFrame.StartCall frame) {
    Optional<StoredCall> known = exchange.find(frame.callId());
    if (known.isPresent()) {
      repeat(who, frame);
      return;
    }
    StoredCall.Attempt attempt = attempt(who, frame);
    Optional<LiveCall> ours = exchange.live().between(attempt.caller(), attempt.callee());
    if (ours.isPresent() && !ours.get().isBarred()) {
      meet(who, ours.get());
      return;
    }
    requireFree(attempt.caller());
    dial(who, frame, attempt);
  }

  private StoredCall.Attempt attempt(Caller who, ClientFrame.StartCall frame) {
    ConversationId conversation =
        directory
            .conversationOf(who.userId(), frame.toUser())
            .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no conversation to call in"));
    if (directory.blocks(who.userId(), frame.toUser())) {
      throw new Refusal(ErrorCode.NOT_ALLOWED, "a call to somebody who is blocked");
    }
    return new StoredCall.Attempt(
        frame.callId(), conversation, who.userId(), who.sessionId(), frame.toUser());
  }

  /** The answer to the first try was lost, or somebody plays an old one again. */
  private void repeat(Caller who, ClientFrame.StartCall frame) {
    StoredCall call = exchange.require(frame.callId(), who.userId());
    if (!call.caller().equals(who.userId()) || !call.callee().equals(frame.toUser())) {
      throw new Refusal(ErrorCode.CLIENT_ID_CONFLICT, "a callId of another call");
    }
    exchange
        .living(call)
        .ifPresentOrElse(
            living -> rejoin(who, living), () -> announcer.tell(who.sessionId(), call));
  }

  /** There is a call between the two already: whoever is rung has thereby answered. */
  private void meet(Caller who, LiveCall call) {
    StoredCall now = call.now();
    if (!now.isAnswered() && now.callee().equals(who.userId())) {
      answer(who, call);
    } else if (now.isParty(who.sessionId())) {
      rejoin(who, call);
    } else {
      throw new Refusal(ErrorCode.IN_A_CALL, "on another device");
    }
  }

  private void rejoin(Caller who, LiveCall call) {
    if (call.now().isParty(who.sessionId())) {
      exchange.arrived(call, who.sessionId());
    }
    announcer.tell(who.sessionId(), call);
  }

  private void requireFree(UserId caller) {
    if (exchange.live().chosenBy(caller).isPresent()) {
      throw new Refusal(ErrorCode.IN_A_CALL, "a second call of one person");
    }
  }

  /** For who rings, this person now is in another call: the one they have just begun. */
  private void turnAway(UserId userId) {
    exchange.each(
        userId,
        call -> {
          if (!call.now().isAnswered() && call.isOffered() && call.now().callee().equals(userId)) {
            exchange.end(call, CallReason.BUSY);
          }
        });
  }

  private void dial(Caller who, ClientFrame.StartCall frame, StoredCall.Attempt attempt) {
    boolean barred = directory.blocks(attempt.callee(), attempt.caller());
    if (!barred && exchange.live().occupying(attempt.callee()).isPresent()) {
      exchange.refuse(attempt);
      return;
    }
    Optional<LiveCall> begun = exchange.begin(attempt);
    if (begun.isPresent()) {
      announcer.announce(begun.get());
      exchange.watch(begun.get());
    } else {
      repeat(who, frame);
    }
  }
}
