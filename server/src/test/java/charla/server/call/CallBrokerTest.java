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
import charla.server.call.Town.Person;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls as people know them from a phone; the rows of the product's table and of C1 to C16. */
class CallBrokerTest {
  static final String SDP =
      """
      v=0
      o=- 4611731400430051336 2 IN IP4 127.0.0.1
      s=-
      t=0 0
      m=audio 9 UDP/TLS/RTP/SAVPF 111
      a=ice-ufrag:4ZcD
      a=ice-pwd:2/1muCWoOi3uLifh0NuRHlNs
      a=fingerprint:sha-256 4A:AD:B9
      """;

  private final Town town = new Town();
  private final Person anaRuiz = town.person("ana");
  private final Person bobSmith = town.person("bob");
  private final Person evaLang = town.person("eva");
  private final Device ana = town.device(anaRuiz);

  private CallId ringing(Device bob) {
    CallId call = ana.call(1, bobSmith);
    bob.ring(call);
    return call;
  }

  private CallId answered(Device bob) {
    CallId call = ringing(bob);
    bob.accept(call);
    return call;
  }

  private CallId active(Device bob) {
    CallId call = answered(bob);
    ana.hears(call);
    return call;
  }

  private void assertEnded(CallId call, CallReason reason) {
    assertThat(town.stored(call).state()).isEqualTo(Call.State.ENDED);
    assertThat(town.stored(call).reason()).isEqualTo(reason);
    assertThat(town.lines).extracting(StoredCall::id).containsOnlyOnce(call);
    assertThat(town.lines.getLast().line().reason()).isEqualTo(reason);
  }

  @Test
  void theCallerHearsRingbackOnceADeviceReallyRings() {
    Device bob = town.device(bobSmith);
    CallId call = ana.call(1, bobSmith);
    assertThat(ana.state(call)).isEqualTo(Call.State.DIALING);

    bob.ring(call);

    assertThat(ana.state(call)).isEqualTo(Call.State.RINGING);
    assertThat(bob.heard(ServerFrame.CallChanged.class).getFirst().ringsForSeconds()).isEqualTo(45);
  }

  @Test
  void aSecondDeviceThatRingsChangesNothing() {
    Device phone = town.device(bobSmith);
    Device desktop = town.device(bobSmith);
    CallId call = ringing(phone);

    desktop.ring(call);

    assertThat(town.stored(call).version()).isEqualTo(2);
  }

  @Test
  void anAnsweredCallIsConnectingThenActiveThenCompleted() {
    Device bob = town.device(bobSmith);
    CallId call = answered(bob);
    assertThat(ana.state(call)).isEqualTo(Call.State.CONNECTING);

    bob.hears(call);
    assertThat(ana.state(call)).isEqualTo(Call.State.ACTIVE);
    town.pass(751);
    bob.hangUp(call);

    assertEnded(call, CallReason.COMPLETED);
    assertThat(town.lines.getLast().line().seconds()).isEqualTo(751);
    assertThat(ana.reason(call)).contains(CallReason.COMPLETED);
  }

  @Test
  void whoDeclinesStopsTheRingEverywhere() {
    Device phone = town.device(bobSmith);
    Device desktop = town.device(bobSmith);
    CallId call = ringing(phone);

    desktop.decline(call);

    assertEnded(call, CallReason.DECLINED);
    assertThat(ana.reason(call)).contains(CallReason.DECLINED);
    assertThat(phone.state(call)).isEqualTo(Call.State.ENDED);
  }

  @Test
  void whoCancelsLeavesAMissedCall() {
    Device bob = town.device(bobSmith);
    CallId call = ringing(bob);

    ana.end(call, CallReason.CANCELLED);

    assertEnded(call, CallReason.CANCELLED);
    assertThat(bob.reason(call)).contains(CallReason.CANCELLED);
  }

  @Test
  void whoIgnoresLetsItRingUntilTheEnd() {
    CallId call = ringing(town.device(bobSmith));

    town.pass(44);
    assertThat(ana.state(call)).isEqualTo(Call.State.RINGING);
    town.pass(1);

    assertEnded(call, CallReason.NO_ANSWER);
  }

  @Test
  void nobodyThereIsToldAfterFifteenSeconds() {
    CallId call = ana.call(1, bobSmith);

    town.pass(14);
    assertThat(ana.state(call)).isEqualTo(Call.State.DIALING);
    town.pass(1);

    assertEnded(call, CallReason.UNREACHABLE);
  }

  @Test
  void aDeviceThatNeverRingsIsUnreachable() {
    town.device(bobSmith);
    CallId call = ana.call(1, bobSmith);

    town.pass(45);

    assertEnded(call, CallReason.UNREACHABLE);
  }

  @Test
  void mediaThatFindsNoPathFails() {
    Device bob = town.device(bobSmith);
    CallId told = answered(bob);
    bob.end(told, CallReason.ICE_FAILED);
    assertEnded(told, CallReason.ICE_FAILED);

    CallId silent = ana.call(2, bobSmith);
    bob.accept(silent);
    town.pass(35);

    assertEnded(silent, CallReason.ICE_FAILED);
  }

  @Test
  void aLostCallIsLost() {
    CallId call = active(town.device(bobSmith));

    ana.end(call, CallReason.LOST);

    assertEnded(call, CallReason.LOST);
  }

  @Test
  void c1BothDialEachOtherAndHaveOneCall() {
    Device bob = town.device(bobSmith);
    CallId anas = ana.call(1, bobSmith);
    CallId bobs = bob.call(2, anaRuiz);

    assertThat(ana.state(anas)).isEqualTo(Call.State.CONNECTING);
    assertThat(bob.told(anas)).isEqualTo(ana.told(anas));
    assertThat(town.calls.byId(bobs)).isEmpty();
    ana.hears(anas);
    ana.hangUp(anas);
    assertEnded(anas, CallReason.COMPLETED);
    assertThat(town.lines).hasSize(1);
  }

  @Test
  void c2BothHangUpAndTheFirstReasonStays() {
    Device bob = town.device(bobSmith);
    CallId call = active(bob);

    ana.hangUp(call);
    StoredCall ended = town.stored(call);
    bob.end(call, CallReason.LOST);

    assertThat(town.stored(call)).isEqualTo(ended);
    assertThat(bob.reason(call)).contains(CallReason.COMPLETED);
    assertThat(town.lines).hasSize(1);
  }

  @Test
  void c3OneOfTwoDevicesThatAnswerHasTheCall() {
    Device phone = town.device(bobSmith);
    Device desktop = town.device(bobSmith);
    CallId call = ringing(phone);

    phone.accept(call);
    desktop.accept(call);

    assertThat(desktop.told(call).orElseThrow().calleeSession()).isEqualTo(phone.id);
    assertThat(desktop.told(call).orElseThrow().answeredOn()).isEqualTo("device 2");
    assertThat(town.stored(call).version()).isEqualTo(3);
    assertThat(desktop.heard(ServerFrame.CallRelay.class)).isEmpty();
    assertThat(town.lines).isEmpty();
  }

  @Test
  void c4TheCallerHasTenSecondsToComeBackWhileItRings() {
    Device bob = town.device(bobSmith);
    CallId call = ringing(bob);

    ana.drop();
    town.pass(9);
    ana.connect().resume(call, 0);
    town.pass(9);
    assertThat(bob.state(call)).isEqualTo(Call.State.RINGING);
    ana.drop();
    town.pass(10);

    assertEnded(call, CallReason.CANCELLED);
    assertThat(bob.reason(call)).contains(CallReason.CANCELLED);
  }

  @Test
  void c4AConnectionWithoutAWordOfTheCallIsNoReturn() {
    CallId call = ringing(town.device(bobSmith));

    ana.drop();
    ana.connect();
    town.pass(10);

    assertEnded(call, CallReason.CANCELLED);
  }

  @Test
  void c5ACallGoesOnWithoutSignallingAndIsHungUpAfterwards() {
    Device bob = town.device(bobSmith);
    CallId call = active(bob);

    ana.drop();
    town.pass(3600);
    bob.drop();
    town.pass(59);
    ana.connect().resume(call, 0);
    assertThat(ana.state(call)).isEqualTo(Call.State.ACTIVE);
    ana.hangUp(call);
    bob.connect().resume(call, 0);

    assertEnded(call, CallReason.COMPLETED);
    assertThat(bob.reason(call)).contains(CallReason.COMPLETED);
  }

  @Test
  void c5BothGoneForAMinuteEndsIt() {
    Device bob = town.device(bobSmith);
    CallId call = active(bob);

    ana.drop();
    bob.drop();
    town.pass(60);

    assertEnded(call, CallReason.LOST);
  }

  @Test
  void c6AndC5TheServerIsKilledDuringACallWhichGoesOn() {
    Device bob = town.device(bobSmith);
    CallId call = active(bob);

    town.restart();
    town.pass(30);
    ana.connect().resume(call, 0);
    bob.connect().resume(call, 0);
    town.pass(600);
    assertThat(ana.state(call)).isEqualTo(Call.State.ACTIVE);
    bob.hangUp(call);

    assertEnded(call, CallReason.COMPLETED);
    assertThat(ana.reason(call)).contains(CallReason.COMPLETED);
    assertThat(town.lines.getLast().line().seconds()).isEqualTo(630);
  }

  @Test
  void c5NobodyReturnsToARestartedServer() {
    Device bob = town.device(bobSmith);
    CallId ringing = ringing(bob);
    CallId active = town.device(evaLang).call(2, town.person("max"));
    town.device(town.person("max")).accept(active);

    town.restart();
    town.pass(60);

    assertEnded(active, CallReason.ICE_FAILED);
    assertThat(town.stored(ringing).reason()).isEqualTo(CallReason.CANCELLED);
    assertThat(town.lines).hasSize(2);
  }

  @Test
  void c5WhatWasSaidMeanwhileIsToldToWhoReturns() {
    Device bob = town.device(bobSmith);
    CallId call = answered(bob);
    ana.signal(call, new Signal.Offer(SDP));
    bob.drop();
    ana.signal(
        call, new Signal.Candidate("0", 0, "candidate:1 1 udp 1 203.0.113.7 46154 typ host"));
    ana.signal(call, new Signal.CandidatesEnd());

    bob.connect().resume(call, 1);

    assertThat(bob.heard(ServerFrame.CallSignal.class))
        .extracting(ServerFrame.CallSignal::n)
        .containsExactly(1L, 2L, 3L);
    assertThat(bob.heard(ServerFrame.CallRelay.class)).hasSize(2);
  }

  @Test
  void c5SignalsAreKeptForAMinute() {
    Device bob = town.device(bobSmith);
    CallId call = active(bob);
    ana.signal(call, new Signal.Hold(true));
    town.pass(61);
    ana.signal(call, new Signal.Hold(false));
    bob.heard.clear();

    bob.resume(call, 0);

    assertThat(bob.heard(ServerFrame.CallSignal.class))
        .extracting(ServerFrame.CallSignal::n)
        .containsExactly(2L);
  }

  @Test
  void c7DoubledAndLateSignalsAreDropped() {
    Device bob = town.device(bobSmith);
    CallId call = answered(bob);

    for (long n : new long[] {1, 1, 3, 2, 3, 4}) {
      ana.signal(call, n, new Signal.Hold(n % 2 == 0));
    }

    assertThat(bob.heard(ServerFrame.CallSignal.class))
        .extracting(ServerFrame.CallSignal::n)
        .containsExactly(1L, 3L, 4L);
  }

  @Test
  void c8AnAnswerThatComesTooLateTellsOnlyTheLateDevice() {
    Device bob = town.device(bobSmith);
    CallId call = ringing(bob);
    ana.end(call, CallReason.CANCELLED);
    int anaHeard = ana.heard.size();
    int bobHeard = bob.heard.size();

    bob.accept(call);

    assertThat(ana.heard).hasSize(anaHeard);
    assertThat(bob.heard).hasSize(bobHeard + 1);
    assertThat(bob.reason(call)).contains(CallReason.CANCELLED);
    assertEnded(call, CallReason.CANCELLED);
  }

  @Test
  void c9AReplayedInviteRingsNobody() {
    Device bob = town.device(bobSmith);
    CallId call = ringing(bob);
    ana.end(call, CallReason.CANCELLED);
    int bobHeard = bob.heard.size();

    ana.call(1, bobSmith);
    town.restart();
    ana.connect();
    bob.connect();
    ana.call(1, bobSmith);

    assertThat(bob.heard).hasSize(bobHeard);
    assertThat(ana.reason(call)).contains(CallReason.CANCELLED);
    assertThat(town.lines).hasSize(1);
  }

  @Test
  void c9ARepeatedStartIsToldTheCallAsItStands() {
    Device bob = town.device(bobSmith);
    CallId call = ringing(bob);
    int bobHeard = bob.heard.size();

    ana.call(1, bobSmith);

    assertThat(bob.heard).hasSize(bobHeard);
    assertThat(ana.state(call)).isEqualTo(Call.State.RINGING);
  }

  @Test
  void c10ADeviceThatConnectsInTimeRings() {
    CallId call = ana.call(1, bobSmith);
    town.pass(14);

    Device bob = town.device(bobSmith);
    assertThat(bob.heard(ServerFrame.CallChanged.class).getFirst().ringsForSeconds()).isEqualTo(31);
    bob.ring(call);
    town.pass(30);
    bob.accept(call);

    assertThat(ana.state(call)).isEqualTo(Call.State.CONNECTING);
  }

  @Test
  void c10ADeviceThatConnectsTooLateFindsOneMissedCallAndNoRing() {
    CallId call = ana.call(1, bobSmith);
    town.pass(15);

    Device bob = town.device(bobSmith);

    assertThat(bob.heard).isEmpty();
    assertEnded(call, CallReason.UNREACHABLE);
    assertThat(town.lines).hasSize(1);
  }

  @Test
  void c11HangUpCrossesTheAnswer() {
    Device bob = town.device(bobSmith);
    CallId call = answered(bob);

    ana.end(call, CallReason.CANCELLED);
    bob.hears(call);

    assertEnded(call, CallReason.COMPLETED);
    assertThat(bob.state(call)).isEqualTo(Call.State.ENDED);
    assertThat(town.lines.getLast().line().seconds()).isZero();
  }

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
  void c18AnAppThatStartsAnewIsToldOfItsCallAndLeavesIt() {
    Device bob = town.device(bobSmith);
    CallId call = active(bob);
    ana.drop();
    ana.heard.clear();

    ana.connect();
    assertThat(ana.state(call)).isEqualTo(Call.State.ACTIVE);
    ana.end(call, CallReason.LOST);

    assertEnded(call, CallReason.LOST);
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
  void d10WhileTheDiskIsFullPeopleHangUpAndItIsWrittenLater() {
    Device bob = town.device(bobSmith);
    CallId call = active(bob);

    town.calls.full = true;
    ana.hangUp(call);
    assertThat(bob.reason(call)).contains(CallReason.COMPLETED);
    assertThat(ana.refused(a -> a.call(2, bobSmith))).contains(ErrorCode.STORAGE_FULL);
    assertThat(town.lines).isEmpty();
    town.calls.full = false;
    town.pass(5);

    assertEnded(call, CallReason.COMPLETED);
  }

  @Test
  void d11AClockThatJumpsEndsNoRingAndMakesNoNegativeCall() {
    Device bob = town.device(bobSmith);
    CallId call = ringing(bob);
    town.time.putWallClock(Duration.ofDays(-400));
    town.pass(20);
    assertThat(ana.state(call)).isEqualTo(Call.State.RINGING);

    bob.accept(call);
    ana.hears(call);
    town.time.putWallClock(Duration.ofDays(900));
    town.pass(10);
    ana.hangUp(call);

    assertThat(town.lines.getLast().line().seconds()).isEqualTo(10);
  }

  @Test
  void d12ALineThatWasOwedWhenTheServerDiedIsWrittenOnceAtItsNextStart() {
    Device bob = town.device(bobSmith);
    CallId call = active(bob);
    StoredCall ended = town.stored(call).ended(CallReason.COMPLETED, town.time.instant());
    town.kill();
    town.calls.replace(ended);

    town.restart();
    town.restart();

    assertThat(town.lines).extracting(StoredCall::id).containsExactly(call);
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
