package charla.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ErrorCode;
import charla.protocol.IceServer;
import charla.protocol.Limits;
import charla.protocol.ServerFrame;
import charla.protocol.Signal;
import charla.server.call.Town.Device;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may call whom, who is busy, and what nobody else learns. */
class CallAdmissionTest extends InTown {
  @Test
  void c12NoSignalPassesBeforeTheAnswer() {
    Device bob = town.device(bobSmith);
    CallId call = ringing(bob);

    assertThat(ana.refused(a -> a.signal(call, new Signal.Offer(SDP))))
        .contains(ErrorCode.INVALID_REQUEST);
    assertThat(bob.refused(b -> b.signal(call, new Signal.Offer(SDP))))
        .contains(ErrorCode.NOT_ALLOWED);
    assertThat(bob.heard(ServerFrame.CallSignal.class)).isEmpty();
    assertThat(ana.heard(ServerFrame.CallRelay.class)).isEmpty();
  }

  @Test
  void c14WhoIsInACallIsBusyAndIsTold() {
    Device bob = town.device(bobSmith);
    CallId first = active(bob);

    Device eva = town.device(evaLang);
    CallId second = eva.call(2, bobSmith);

    assertEnded(second, CallReason.BUSY);
    assertThat(eva.reason(second)).contains(CallReason.BUSY);
    assertThat(bob.reason(second)).contains(CallReason.BUSY);
    assertThat(bob.state(first)).isEqualTo(Call.State.ACTIVE);
  }

  @Test
  void c14WhoRingsOrDialsIsBusyToo() {
    Device bob = town.device(bobSmith);
    ringing(bob);
    Device eva = town.device(evaLang);

    CallId toBob = eva.call(2, bobSmith);
    CallId toAna = eva.call(3, anaRuiz);

    assertEnded(toBob, CallReason.BUSY);
    assertEnded(toAna, CallReason.BUSY);
  }

  @Test
  void c14WhoCallsAnotherInsteadOfAnsweringIsBusy() {
    Device bob = town.device(bobSmith);
    Device eva = town.device(evaLang);
    CallId anas = ringing(bob);

    CallId bobs = bob.call(2, evaLang);

    assertEnded(anas, CallReason.BUSY);
    assertThat(ana.reason(anas)).contains(CallReason.BUSY);
    assertThat(eva.state(bobs)).isEqualTo(Call.State.DIALING);
  }

  @Test
  void c14WhoMeetsAClosedDoorIsStillRung() {
    Device bob = town.device(bobSmith);
    Device eva = town.device(evaLang);
    eva.call(2, town.person("carl"));
    CallId anas = ringing(bob);

    CallId bobs = bob.call(3, evaLang);

    assertEnded(bobs, CallReason.BUSY);
    assertThat(bob.state(anas)).isEqualTo(Call.State.RINGING);
  }

  @Test
  void c14OfTwoCallersWhoWaitForADeviceTheFirstRings() {
    CallId first = ana.call(1, bobSmith);
    Device eva = town.device(evaLang);
    CallId second = eva.call(2, bobSmith);

    Device bob = town.device(bobSmith);

    assertThat(bob.state(first)).isEqualTo(Call.State.DIALING);
    assertEnded(second, CallReason.BUSY);
  }

  @Test
  void onePersonHasOneCall() {
    Device tablet = town.device(anaRuiz);
    ringing(town.device(bobSmith));

    assertThat(tablet.refused(t -> t.call(2, evaLang))).contains(ErrorCode.IN_A_CALL);
    assertThat(tablet.refused(t -> t.call(3, bobSmith))).contains(ErrorCode.IN_A_CALL);
  }

  @Test
  void c15WhoIsBlockedSeesWhatNobodyThereLooksLike() {
    CallId nobodyThere = ana.call(1, bobSmith);
    town.pass(15);
    List<ServerFrame> expected = List.copyOf(ana.heard);

    Town other = new Town();
    Device blocked = other.device(anaRuiz);
    Device bob = other.device(bobSmith);
    other.block(bobSmith, anaRuiz);
    CallId call = blocked.call(1, bobSmith);
    other.pass(15);

    assertThat(call).isEqualTo(nobodyThere);
    assertThat(blocked.heard).isEqualTo(expected);
    assertThat(bob.heard).isEmpty();
    assertThat(other.stored(call).reason()).isEqualTo(CallReason.NOT_ALLOWED);
  }

  @Test
  void c15ABlockedCallerWhoGivesUpOrComesAgainLearnsNothing() {
    Device bob = town.device(bobSmith);
    town.block(bobSmith, anaRuiz);
    CallId call = ana.call(1, bobSmith);

    assertThat(bob.refused(b -> b.ring(call))).contains(ErrorCode.NOT_FOUND);
    bob.drop();
    bob.connect();
    ana.end(call, CallReason.CANCELLED);
    ana.call(1, bobSmith);

    assertThat(ana.reason(call)).contains(CallReason.UNREACHABLE);
    assertThat(bob.heard).isEmpty();
    assertThat(bob.refused(b -> b.accept(call))).contains(ErrorCode.NOT_FOUND);
  }

  @Test
  void c15ABlockedCallerKeepsNobodyFromTalking() {
    Device bob = town.device(bobSmith);
    town.block(bobSmith, anaRuiz);
    ana.call(1, bobSmith);

    CallId evas = town.device(evaLang).call(2, bobSmith);

    assertThat(bob.state(evas)).isEqualTo(Call.State.DIALING);
  }

  @Test
  void whoBlocksSomebodyCannotCallThem() {
    town.block(anaRuiz, bobSmith);

    assertThat(ana.refused(a -> a.call(1, bobSmith))).contains(ErrorCode.NOT_ALLOWED);
  }

  @Test
  void aStrangerLearnsNothingOfWhoIsThere() {
    town.hasNoConversation(evaLang);
    Device eva = town.device(evaLang);

    assertThat(eva.refused(e -> e.call(1, anaRuiz))).contains(ErrorCode.NOT_FOUND);
    assertThat(eva.refused(e -> e.call(2, bobSmith))).contains(ErrorCode.NOT_FOUND);
    assertThat(ana.heard).isEmpty();
  }

  @Test
  void c16AForeignCallIsAnsweredLikeNone() {
    Device bob = town.device(bobSmith);
    Device eva = town.device(evaLang);
    CallId call = answered(bob);
    int anaHeard = ana.heard.size();

    for (CallId id : List.of(call, Town.callId(99))) {
      assertThat(eva.refused(e -> e.ring(id))).contains(ErrorCode.NOT_FOUND);
      assertThat(eva.refused(e -> e.accept(id))).contains(ErrorCode.NOT_FOUND);
      assertThat(eva.refused(e -> e.decline(id))).contains(ErrorCode.NOT_FOUND);
      assertThat(eva.refused(e -> e.hears(id))).contains(ErrorCode.NOT_FOUND);
      assertThat(eva.refused(e -> e.hangUp(id))).contains(ErrorCode.NOT_FOUND);
      assertThat(eva.refused(e -> e.signal(id, 1, new Signal.Offer(SDP))))
          .contains(ErrorCode.NOT_FOUND);
      assertThat(eva.refused(e -> e.resume(id, 0))).contains(ErrorCode.NOT_FOUND);
    }
    assertThat(eva.refused(e -> e.call(1, bobSmith))).contains(ErrorCode.NOT_FOUND);
    assertThat(eva.heard).isEmpty();
    assertThat(ana.heard).hasSize(anaHeard);
  }

  @Test
  void z1AnotherDeviceOfOneWhoTalksChangesNothing() {
    Device bob = town.device(bobSmith);
    Device tablet = town.device(anaRuiz);
    CallId call = answered(bob);

    assertThat(tablet.refused(t -> t.hangUp(call))).contains(ErrorCode.NOT_ALLOWED);
    assertThat(tablet.refused(t -> t.hears(call))).contains(ErrorCode.NOT_ALLOWED);
    assertThat(tablet.refused(t -> t.signal(call, new Signal.Hold(true))))
        .contains(ErrorCode.NOT_ALLOWED);
    assertThat(ana.refused(a -> a.accept(call))).contains(ErrorCode.NOT_ALLOWED);
    assertThat(town.stored(call).state()).isEqualTo(Call.State.CONNECTING);
  }

  @Test
  void m5CredentialsAreFreshAndForThePartiesOnly() {
    Device bob = town.device(bobSmith);
    Device tablet = town.device(anaRuiz);

    answered(bob);

    List<IceServer> anas = ana.heard(ServerFrame.CallRelay.class).getFirst().iceServers();
    List<IceServer> bobs = bob.heard(ServerFrame.CallRelay.class).getFirst().iceServers();
    assertThat(anas.getFirst().username()).isNotEqualTo(bobs.getFirst().username());
    assertThat(tablet.heard(ServerFrame.CallRelay.class)).isEmpty();
  }

  @Test
  void whoSignalsTooMuchIsSlowedDown() {
    Device bob = town.device(bobSmith);
    CallId call = active(bob);

    // One of three hundred frames at once was to say that she hears him.
    for (int i = 1; i < 300; i++) {
      ana.signal(call, new Signal.Hold(true));
    }

    assertThat(ana.refused(a -> a.signal(call, new Signal.Hold(true))))
        .contains(ErrorCode.RATE_LIMITED);
    assertThat(bob.heard(ServerFrame.CallSignal.class)).hasSize(299);
    town.pass(1);
    assertThat(ana.refused(a -> a.signal(call, new Signal.Hold(true)))).isEmpty();
  }

  @Test
  void whoCallsTooOftenIsSlowedDown() {
    for (int i = 1; i <= 30; i++) {
      CallId call = ana.call(i, bobSmith);
      ana.end(call, CallReason.CANCELLED);
    }

    assertThat(ana.refused(a -> a.call(31, bobSmith))).contains(ErrorCode.RATE_LIMITED);
    town.pass(1);
    assertThat(ana.refused(a -> a.call(31, bobSmith))).isEmpty();
  }

  @Test
  void m2CandidatesAreBoundedForEachDescription() {
    Device bob = town.device(bobSmith);
    CallId call = answered(bob);
    Signal candidate = new Signal.Candidate("0", 0, "candidate:1 1 udp 1 203.0.113.7 4 typ host");
    ana.signal(call, new Signal.Offer(SDP));
    for (int i = 0; i < Limits.CANDIDATES_MAX; i++) {
      ana.signal(call, candidate);
    }

    assertThat(ana.refused(a -> a.signal(call, candidate))).contains(ErrorCode.INVALID_REQUEST);
    ana.signal(call, new Signal.Offer(SDP));
    assertThat(ana.refused(a -> a.signal(call, candidate))).isEmpty();
  }
}
