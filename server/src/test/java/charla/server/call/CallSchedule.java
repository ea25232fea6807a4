package charla.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.Signal;
import charla.protocol.UserId;
import charla.server.call.Town.Device;
import charla.server.call.Town.Person;
import charla.server.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** One random course of events, and what must hold after each of them. */
final class CallSchedule {
  private static final CallReason[] SAID = {
    CallReason.COMPLETED, CallReason.CANCELLED, CallReason.LOST, CallReason.ICE_FAILED
  };

  private final SplittableRandom random;
  private final Town town = new Town();
  private final List<Person> people =
      List.of(town.person("ana"), town.person("bob"), town.person("eva"));
  private final List<Device> devices = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private int lastCall;

  CallSchedule(long seed) {
    // Seeds that follow each other must not begin alike.
    random = new SplittableRandom(seed);
    if (random.nextInt(8) == 0) {
      town.block(people.get(1), people.get(0));
    }
    for (int owner : new int[] {0, 0, 1, 1, 2}) {
      devices.add(town.device(people.get(owner)));
    }
  }

  String story() {
    return String.join("\n", story);
  }

  /** Each change of a state that was stored. */
  Set<String> steps() {
    Map<CallId, Call.State> before = new HashMap<>();
    return town.calls.written.stream()
        .map(call -> before.put(call.id(), call.state()) + "-" + call.state())
        .filter(step -> !step.startsWith("null"))
        .collect(Collectors.toSet());
  }

  Set<CallReason> reasons() {
    return town.lines.stream().map(call -> call.line().reason()).collect(Collectors.toSet());
  }

  void run(int events) {
    for (int i = 0; i < events; i++) {
      happen();
      check();
    }
    comeToRest();
  }

  private void happen() {
    Device device = devices.get(random.nextInt(devices.size()));
    CallId call = Town.callId(Math.max(1, lastCall - random.nextInt(2)));
    try {
      switch (random.nextInt(20)) {
        case 0, 1, 2 -> start(device);
        case 3, 4 -> said(device, "rings", () -> device.ring(call));
        case 5, 6, 7 -> said(device, "accepts", () -> device.accept(call));
        case 8 -> said(device, "declines", () -> device.decline(call));
        case 9, 10 -> said(device, "hears", () -> device.hears(call));
        case 11 -> said(device, "ends", () -> device.end(call, SAID[random.nextInt(4)]));
        case 12 -> said(device, "signals", () -> device.signal(call, new Signal.Hold(true)));
        case 13, 14 -> said(device, "resumes", () -> device.resume(call, random.nextInt(3)));
        case 15 -> dropOrConnect(device);
        case 16, 17 -> pass(random.nextInt(50));
        case 18 -> town.time.putWallClock(Duration.ofHours(random.nextInt(-50, 50)));
        default -> seldom();
      }
    } catch (Refusal refusal) {
      story.add("  refused: " + refusal.code());
    }
  }

  private void seldom() {
    if (random.nextInt(3) > 0) {
      town.calls.full = !town.calls.full;
      story.add("the disk is full: " + town.calls.full);
      town.pass(5); // What is owed is written by then, when there is room.
    } else if (!town.calls.full) {
      story.add("the server dies");
      town.restart();
    }
  }

  private void start(Device device) {
    int number = lastCall > 0 && random.nextInt(6) == 0 ? lastCall : ++lastCall;
    Person callee = people.get(random.nextInt(people.size()));
    said(device, "calls " + callee.name() + " as " + number, () -> device.call(number, callee));
  }

  /** Only who is connected can say something. */
  private void said(Device device, String what, Runnable action) {
    if (device.isConnected()) {
      story.add(device.owner.name() + " at " + device.id + " " + what);
      action.run();
    }
  }

  private void dropOrConnect(Device device) {
    story.add(device.owner.name() + " at " + device.id + " drops or connects");
    if (device.isConnected()) {
      device.drop();
    } else {
      device.connect();
    }
  }

  private void pass(int seconds) {
    story.add(seconds + " s pass");
    town.pass(seconds);
  }

  private void check() {
    List<StoredCall> live = town.calls.unsettled().stream().filter(StoredCall::isLive).toList();
    people.forEach(person -> assertOneCall(person, live));
    if (!town.calls.full) {
      live.forEach(this::assertPartiesKnow);
    }
  }

  private void assertOneCall(Person person, List<StoredCall> live) {
    if (town.calls.full) {
      return; // What has ended is written down later.
    }
    assertThat(live)
        .filteredOn(call ->
            call.caller().equals(person.id())
                || (call.callee().equals(person.id()) && call.state() != Call.State.DIALING))
        .hasSizeLessThanOrEqualTo(1);
  }

  private void assertPartiesKnow(StoredCall call) {
    devices.stream()
        .filter(device -> device.isConnected() && call.isParty(device.id))
        .forEach(device -> {
          Call told = device.told(call.id()).orElseThrow();
          assertThat(told.version()).isEqualTo(call.version());
          assertThat(told.state()).isEqualTo(call.state());
        });
  }

  private void assertTheirOwn(Device device) {
    for (ServerFrame frame : device.heard) {
      switch (frame) {
        case ServerFrame.CallChanged changed -> assertMayHear(device, changed.call());
        case ServerFrame.CallSignal signal -> assertParty(device, signal.callId());
        case ServerFrame.CallRelay relay -> assertParty(device, relay.callId());
        default -> throw new AssertionError("a frame that is no news of a call");
      }
    }
  }

  private void assertMayHear(Device device, Call call) {
    UserId caller = call.caller().id();
    UserId callee = call.callee().id();
    assertThat(device.owner.id()).isIn(caller, callee);
    assertThat(call.reason()).isNotEqualTo(CallReason.NOT_ALLOWED);
    if (town.isBlocked(callee, caller)) {
      assertThat(device.owner.id()).isEqualTo(caller);
    }
  }

  private void assertParty(Device device, CallId call) {
    StoredCall stored = town.stored(call);
    assertThat(device.id).isIn(stored.callerSession(), sessionOrNone(stored));
  }

  private static SessionId sessionOrNone(StoredCall call) {
    SessionId session = call.calleeSession();
    return session == null ? call.callerSession() : session;
  }

  /** The disk has room again, all come back, ask for what they believe in, and fall silent. */
  private void comeToRest() {
    town.calls.full = false;
    town.pass(5);
    devices.stream().filter(device -> !device.isConnected()).forEach(Device::connect);
    devices.forEach(this::askForAll);
    town.calls.written.forEach(call -> devices.forEach(device -> assertAgrees(device, call.id())));
    devices.forEach(this::assertTheirOwn);
    devices.forEach(Device::drop);
    town.pass(120);
    assertThat(town.calls.unsettled()).isEmpty();
    assertOneLineEach();
    assertVersionsRise();
  }

  private void askForAll(Device device) {
    for (int number = 1; number <= lastCall; number++) {
      CallId call = Town.callId(number);
      if (device.told(call).isPresent()) {
        town.pass(1); // Nobody asks faster than is allowed.
        device.resume(call, 0);
      }
    }
  }

  private void assertAgrees(Device device, CallId id) {
    StoredCall stored = town.stored(id);
    device
        .told(id)
        .ifPresent(told -> {
          assertThat(told.state() == Call.State.ENDED)
              .as("%s was told %s, stored is %s", device.id, told, stored)
              .isEqualTo(!stored.isLive());
          if (!stored.isLive()) {
            assertThat(told.reason())
                .isEqualTo(stored.isBarred() ? CallReason.UNREACHABLE : stored.reason());
          }
        });
  }

  private void assertOneLineEach() {
    Set<CallId> ids = town.calls.written.stream().map(StoredCall::id).collect(Collectors.toSet());
    assertThat(town.lines).extracting(StoredCall::id).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(town.lines)
        .allSatisfy(call -> {
          Long seconds = call.seconds();
          assertThat(seconds == null ? 0 : seconds).isNotNegative();
        });
  }

  private void assertVersionsRise() {
    Map<CallId, StoredCall> last = new HashMap<>();
    for (StoredCall call : town.calls.written) {
      StoredCall before = last.put(call.id(), call);
      if (before != null) {
        assertThat(before.isLive()).isTrue();
        assertThat(call.version()).isEqualTo(before.version() + 1);
        assertThat(call.state()).isGreaterThan(before.state());
      }
    }
  }
}
