package charla.client.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.Button;

/** What the main window shows of calls: the bar, the list of calls, their lines among messages. */
final class CallPages {
  private static final Camera.Size WHOLE = new Camera.Size(1080, 720);
  private static final Camera.Size SMALL = new Camera.Size(640, 550);

  private final Camera camera;
  private final Path folder;

  CallPages(Camera camera, Path folder) {
    this.camera = camera;
    this.folder = folder;
  }

  void takeAll() throws InterruptedException {
    bar();
    lines();
    calls();
  }

  private void bar() throws InterruptedException {
    Staging life = new Staging(folder, DemoTalk::all).open(DemoTalk.ANA);
    camera.take("call-bar", WHOLE, life.call(CallPages::talks)::window);
    camera.take(
        "call-bar-narrow",
        SMALL,
        life.call(call -> talks(call).muted().ringsToo(DemoTalk.LONG))::window);
  }

  private void lines() throws InterruptedException {
    Staging life = new Staging(folder, DemoCalls::lines).open(DemoTalk.ANA);
    camera.take("call-lines", WHOLE, life::window);
    camera.take("call-lines-narrow", SMALL, life::window);
  }

  private void calls() throws InterruptedException {
    Staging life = new Staging(folder, DemoCalls::several);
    camera.take("calls", WHOLE, life::window, CallPages::openCalls);
    camera.take("calls-narrow", SMALL, life::window, CallPages::openCalls);
    camera.take(
        "calls-empty", WHOLE, new Staging(folder, server -> {})::window, CallPages::openCalls);
    camera.take(
        "calls-one", WHOLE, new Staging(folder, DemoCalls::one)::window, CallPages::openCalls);
    camera.take(
        "calls-thousand",
        WHOLE,
        new Staging(folder, DemoCalls::thousand)::window,
        CallPages::openCalls);
  }

  private static StagedCall talks(StagedCall call) {
    return call.rings().accepted().talksFor(Duration.ofSeconds(751)).measured(0, Duration.ZERO);
  }

  private static void openCalls(Parent root) {
    ((Button) Objects.requireNonNull(root.lookup("#rail-calls"))).fire();
  }
}
