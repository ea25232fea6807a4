package charla.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ServerFrame;
import charla.server.call.Town.Device;
import org.junit.jupiter.api.Test;

/** A call between people as they know it from a phone, from the first ring to its end. */
class CallBrokerTest extends InTown {
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
}
