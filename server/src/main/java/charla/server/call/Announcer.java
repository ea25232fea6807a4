package charla.server.call;

import charla.protocol.Call;
import charla.protocol.CallReason;
import charla.protocol.ServerFrame;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells devices how calls stand. */
final class Announcer {
  private final Devices devices;
  private final Directory directory;
  private final IceServers iceServers;

  Announcer(Devices devices, Directory directory, IceServers iceServers) {
    this.devices = devices;
    this.directory = directory;
    this.iceServers = iceServers;
  }

  /** To every device of both people; whoever blocks the caller hears nothing. */
  void announce(LiveCall call) {
    StoredCall now = call.now();
    devices.tell(
        call.isBarred() ? List.of(now.caller()) : List.of(now.caller(), now.callee()), frame(call));
  }

  /** About a call that ended before anybody could talk. */
  void announce(StoredCall ended) {
    devices.tell(
        List.of(ended.caller(), ended.callee()), new ServerFrame.CallChanged(view(ended), null));
  }

  void pass(SessionId device, ServerFrame.CallSignal signal) {
    devices.tell(device, signal);
  }

  void tell(SessionId device, LiveCall call) {
    devices.tell(device, frame(call));
  }

  /** To one device, about a call that has ended. */
  void tell(SessionId device, StoredCall ended) {
    devices.tell(device, new ServerFrame.CallChanged(view(ended), null));
  }

  /** Where this device of the call may find a path: nobody else gets these credentials. */
  void tellRelay(SessionId device, LiveCall call) {
    devices.tell(
        device,
        new ServerFrame.CallRelay(
            call.now().id(), iceServers.fresh(), IceServers.VALID_FOR.toSeconds()));
  }

  List<Call> view(List<StoredCall> calls) {
    List<UserId> people =
        calls.stream().flatMap(c -> List.of(c.caller(), c.callee()).stream()).distinct().toList();
    Map<UserId, User> faces = directory.faces(people);
    return calls.stream().flatMap(call -> view(call, faces).stream()).toList();
  }

  private static Optional<Call> view(StoredCall call, Map<UserId, User> faces) {
    User caller = faces.get(call.caller());
    User callee = faces.get(call.callee());
    return caller == null || callee == null
        ? Optional.empty()
        : Optional.of(view(call, caller, callee));
  }

  private Call view(StoredCall call) {
    return view(List.of(call)).getFirst();
  }

  private static ServerFrame.CallChanged frame(LiveCall call) {
    StoredCall now = call.now();
    return new ServerFrame.CallChanged(
        view(now, call.faces().caller(), call.faces().callee()),
        now.isLive() ? call.ringsForSeconds() : null);
  }

  /** Only callers are ever shown a call that was not allowed: to them nobody was there. */
  private static Call view(StoredCall call, User caller, User callee) {
    return new Call(
        call.id(),
        call.conversationId(),
        call.version(),
        call.state(),
        caller,
        callee,
        call.callerSession(),
        call.calleeSession(),
        call.answeredOn(),
        call.createdAt(),
        call.answeredAt(),
        call.endedAt(),
        call.isBarred() ? CallReason.UNREACHABLE : call.reason());
  }
}
