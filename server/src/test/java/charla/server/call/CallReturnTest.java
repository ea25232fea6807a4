package charla.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import charla.protocol.Signal;
import charla.server.call.Town.Device;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Devices, the store and the server itself go away and come back. */
class CallReturnTest extends InTown {
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
  void c4ACallerWhoseNetworkFallsSilentIsMissedThoughTheConnectionStands() {
    Device bob = town.device(bobSmith);
    CallId call = ringing(bob);

    ana.fallSilent();
    town.pass(19);
    assertThat(bob.state(call)).isEqualTo(Call.State.RINGING);
    town.pass(1);

    assertEnded(call, CallReason.CANCELLED);
    assertThat(bob.reason(call)).contains(CallReason.CANCELLED);
  }

  @Test
  void c4ACallerWhoIsHeardOfNowAndThenIsThere() {
    Device bob = town.device(bobSmith);
    CallId call = ringing(bob);

    for (int i = 0; i < 2; i++) {
      ana.fallSilent();
      town.pass(15);
      ana.ping();
    }
    town.pass(10);

    assertThat(bob.state(call)).isEqualTo(Call.State.RINGING);
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
}
