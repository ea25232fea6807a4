package charla.client.demo;

import charla.client.call.AudioDevices.Device;
import charla.client.call.AudioDevices.Found;
import charla.client.call.AudioDevices.Side;
import charla.client.call.FakeEquipment;
import charla.client.call.window.CallView;
import charla.client.call.window.DevicePopoverView;
import charla.client.call.window.IncomingCallView;
import charla.client.net.LinkState;
import charla.client.ui.Texts;
import charla.protocol.CallReason;
import charla.protocol.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Every window of a call, those that belong together in one picture. */
final class CallScreens {
  private static final Camera.Size RING =
      new Camera.Size(IncomingCallView.WIDTH + 40, IncomingCallView.HEIGHT + 40);
  private static final Camera.Size USUAL = new Camera.Size(CallView.WIDTH, CallView.HEIGHT);
  private static final Camera.Size SMALL = new Camera.Size(CallView.MIN_WIDTH, CallView.MIN_HEIGHT);
  private static final Camera.Size LARGE = new Camera.Size(800, 720);
  private static final Camera.Size POPOVER = new Camera.Size(360, 560);
  private static final Found NO_MICROPHONE = new Found(Side.NONE, FakeEquipment.FOUND.speakers());
  private static final Duration PERFECT = Duration.ZERO;

  private final Camera camera;
  private final Path folder;
  private final Texts texts = new Texts(Locale.UK);

  CallScreens(Camera camera, Path folder) {
    this.camera = camera;
    this.folder = folder;
  }

  void takeAll() throws InterruptedException {
    rings();
    before();
    during();
    after();
    small();
    devices();
    over();
  }

  private void rings() throws InterruptedException {
    Texts spanish = new Texts(Locale.of("es", "ES"));
    new Sheet(2, RING)
        .add("somebody calls", () -> incoming(texts, staged(texts, DemoTalk.ANA).rings()))
        .add("a long name", () -> incoming(texts, staged(texts, DemoTalk.LONG).rings()))
        .add("Spanish", () -> incoming(spanish, staged(spanish, DemoTalk.ANA).rings()))
        .add(
            "answered on another device",
            () -> incoming(texts, staged(texts, DemoTalk.ANA).rings().acceptedElsewhere()))
        .take(camera, "call-incoming");
  }

  private void before() throws InterruptedException {
    new Sheet(3, USUAL)
        .add("dialing", () -> call(StagedCall::dials))
        .add("ringing over there", () -> call(call -> call.dials().ringsThere()))
        .add("connecting", () -> call(call -> call.rings().accepted()))
        .take(camera, "call-before");
  }

  private void during() throws InterruptedException {
    new Sheet(5, USUAL)
        .add("good", () -> call(call -> measured(talks(call))))
        .add("fair", () -> call(call -> talks(call).measured(0.06, PERFECT)))
        .add("poor", () -> call(call -> talks(call).measured(0, Duration.ofMillis(90))))
        .add("muted, and talking", () -> call(call -> measured(talks(call)).muted()))
        .add("on hold", () -> call(call -> talks(call).onHold()))
        .add("held by the other one", () -> call(call -> talks(call).heldThere()))
        .add("reconnecting", () -> call(call -> talks(call).brokenFor(Duration.ofSeconds(6))))
        .add("your network", () -> call(call -> talks(call).loses(0.08)))
        .add("push to talk", this::pushesToTalk)
        .add("unplugged", () -> call(call -> measured(talks(call)).has(without())))
        .add("no microphone", () -> call(call -> measured(talks(call.has(NO_MICROPHONE)))))
        .add("plugged in", () -> call(call -> measured(talks(call)).has(plugged())))
        .add("another call", () -> call(call -> measured(talks(call)).findsBusy(DemoTalk.LONG)))
        .take(camera, "call-during");
    new Sheet(1, LARGE)
        .add("large, a long name", () -> longName(call -> measured(talks(call))))
        .take(camera, "call-large");
  }

  private void after() throws InterruptedException {
    new Sheet(4, USUAL)
        .add("hung up", () -> call(call -> measured(talks(call)).ended(CallReason.COMPLETED)))
        .add("declined", () -> call(call -> call.dials().ringsThere().ended(CallReason.DECLINED)))
        .add("lost", () -> call(call -> measured(talks(call)).offline().ended(CallReason.LOST)))
        .add("no answer", () -> longName(call -> call.dials().ended(CallReason.NO_ANSWER)))
        .add("not there", () -> call(call -> call.dials().ended(CallReason.UNREACHABLE)))
        .add("busy", () -> call(call -> call.dials().ended(CallReason.BUSY)))
        .add("blocked", () -> call(call -> call.dials().ended(CallReason.NOT_ALLOWED)))
        .add("no path", () -> call(call -> call.rings().accepted().ended(CallReason.ICE_FAILED)))
        .take(camera, "call-after");
  }

  private void small() throws InterruptedException {
    new Sheet(4, SMALL)
        .add("ringing over there", () -> call(call -> call.dials().ringsThere()))
        .add("good", () -> call(call -> measured(talks(call))))
        .add("poor", () -> call(call -> talks(call).measured(0, Duration.ofMillis(90))))
        .add("muted, and talking", () -> call(call -> measured(talks(call)).muted()))
        .add("plugged in", () -> call(call -> measured(talks(call)).has(plugged())))
        .add("another call", () -> call(call -> talks(call).findsBusy(DemoTalk.LONG)))
        .add(
            "no devices",
            () -> call(call -> talks(call).has(Found.NOTHING).waits(Duration.ofSeconds(20))))
        .add("a long name", () -> longName(call -> talks(call).measured(0.06, PERFECT)))
        .add("lost", () -> call(call -> talks(call).ended(CallReason.LOST)))
        .take(camera, "call-small");
  }

  private void devices() throws InterruptedException {
    new Sheet(2, POPOVER)
        .add("two of each", () -> devices(FakeEquipment.FOUND))
        .add("twenty", () -> devices(FakeEquipment.MANY))
        .add("long names", () -> devices(longNames()))
        .add("nothing plugged in", () -> devices(Found.NOTHING))
        .take(camera, "call-devices");
  }

  /** What lies over a window. */
  private void over() throws InterruptedException {
    new Sheet(2, USUAL)
        .add("what was measured", () -> call(call -> talks(call).measured(0.06, PERFECT)))
        .add("devices", () -> call(call -> measured(talks(call))))
        .take(
            camera,
            "call-over",
            root -> {
              showTooltip((Label) root.lookup("#quality"));
              root.lookupAll("#call-devices").stream()
                  .reduce((first, last) -> last)
                  .ifPresent(last -> ((Button) last).fire());
            });
  }

  private static void showTooltip(Label label) {
    Bounds place = label.localToScreen(label.getLayoutBounds());
    label.getTooltip().show(label, place.getMinX() - 90, place.getMaxY());
  }

  private Region pushesToTalk() {
    StagedApp app = StagedApp.with(folder, Locale.UK, new LinkState.Online(), server -> {});
    StagedCall call = new StagedCall(texts, app.signedIn(), () -> true);
    CallView view = new CallView(texts, call.model(), popover(call), () -> {});
    var _ = measured(talks(call));
    return view;
  }

  private static StagedCall measured(StagedCall call) {
    return call.measured(0, PERFECT);
  }

  private static StagedCall talks(StagedCall call) {
    return call.rings().accepted().talksFor(Duration.ofSeconds(751));
  }

  private static Region incoming(Texts language, StagedCall call) {
    return new StackPane(new IncomingCallView(language, call.model()));
  }

  private Region call(UnaryOperator<StagedCall> story) {
    return call(DemoTalk.ANA, story);
  }

  private Region longName(UnaryOperator<StagedCall> story) {
    return call(DemoTalk.LONG, story);
  }

  private Region call(User peer, UnaryOperator<StagedCall> story) {
    StagedCall call = staged(texts, peer);
    CallView view = new CallView(texts, call.model(), popover(call), () -> {});
    var _ = story.apply(call);
    return view;
  }

  private Region devices(Found found) {
    StagedCall call = talks(staged(texts, DemoTalk.ANA));
    DevicePopoverView popover = popover(call);
    popover.show(found);
    popover.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return new StackPane(popover);
  }

  private DevicePopoverView popover(StagedCall call) {
    DevicePopoverView popover =
        new DevicePopoverView(texts, new NoChoices(), call.model().gauge().own());
    popover.show(DemoTalk.ANA, 1);
    popover.show(FakeEquipment.FOUND);
    return popover;
  }

  private StagedCall staged(Texts language, User peer) {
    StagedApp app = StagedApp.with(folder, Locale.UK, new LinkState.Online(), server -> {});
    return new StagedCall(language, app.signedIn(), peer);
  }

  /** Another headset, which nobody has chosen. */
  private static Found plugged() {
    Device headset = new Device("jabra", "Jabra Evolve2 65");
    return new Found(
        with(FakeEquipment.FOUND.microphones(), headset),
        with(FakeEquipment.FOUND.speakers(), headset));
  }

  /** The microphone that was used is gone. */
  private static Found without() {
    Side left = new Side(List.of(FakeEquipment.HEADSET), Optional.of(FakeEquipment.HEADSET));
    return new Found(left, FakeEquipment.FOUND.speakers());
  }

  private static Side with(Side side, Device added) {
    return new Side(Stream.concat(side.all().stream(), Stream.of(added)).toList(), side.inUse());
  }

  private static Found longNames() {
    List<Device> all =
        List.of(
            new Device("1", "Starship/Matisse HD Audio Controller Analog Stereo"),
            new Device("2", "Jabra Evolve2 65 Wireless Headset (Bluetooth)"),
            new Device("3", "HD Webcam C920"));
    return new Found(
        new Side(all, Optional.of(all.get(1))), new Side(all, Optional.of(all.getFirst())));
  }
}
