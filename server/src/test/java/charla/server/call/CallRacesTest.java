package charla.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ServerFrame;
import charla.protocol.Signal;
import charla.server.call.Town.Device;
import org.junit.jupiter.api.Test;

/** What crosses on its way, and what comes twice or too late. */
class CallRacesTest extends InTown {
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
  void c1WhoDeclinesTheCallThatTheirOwnHasAnsweredEndsIt() {
    Device bob = town.device(bobSmith);
    Device bobsPhone = town.device(bobSmith);
    CallId call = ana.call(1, bobSmith);
    bob.call(2, anaRuiz);

    bobsPhone.decline(call);
    assertThat(ana.state(call)).isEqualTo(Call.State.CONNECTING);

    bob.decline(call);
    assertEnded(call, CallReason.COMPLETED);
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
  void c11HangUpCrossesTheAnswer() {
    Device bob = town.device(bobSmith);
    CallId call = answered(bob);

    ana.end(call, CallReason.CANCELLED);
    bob.hears(call);

    assertEnded(call, CallReason.COMPLETED);
    assertThat(bob.state(call)).isEqualTo(Call.State.ENDED);
    assertThat(town.lines.getLast().line().seconds()).isZero();
  }
}
