package charla.client.demo;

import charla.client.Pace;
import charla.client.Person;
import charla.client.TwoPeople;
import charla.client.call.CallWords;
import charla.client.call.Equipment;
import charla.client.call.Media;
import charla.client.call.webrtc.WebRtc;
import charla.client.session.TestServer;
import charla.client.ui.Texts;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows Charla to somebody who has a minute: two people at two windows, and a server of their own.
 * {@code Demo} is for those who watch: it takes its time, and the windows stay. {@code Demo FOLDER}
 * does the same as fast as it can, keeps pictures there, and ends.
 */
public final class Demo {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final double WIDEST = 960;
  private static final double HIGHEST = 760;

  /** What is undone when the program ends, however it ends; the last thing first. */
  private final Deque<Runnable> undo = new ConcurrentLinkedDeque<>();

  /** Whether this computer can call, as soon as it is known. */
  private final CompletableFuture<Media.Availability> calls = new CompletableFuture<>();

  private final Texts texts = new Texts(Locale.getDefault());
  private final Optional<Path> pictures;

  private Demo(Optional<Path> pictures) {
    this.pictures = pictures;
  }

  public static void main(String[] arguments) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
      LOG.error("the demo broke off", e);
      System.exit(1);
    });
    new Demo(Stream.of(arguments).findFirst().map(Path::of)).run();
  }

  private void run() throws Exception {
    Runtime.getRuntime().addShutdownHook(undoing());
    TemporaryFolder folder = TemporaryFolder.create();
    undo.push(folder::close);
    say("Starting a server that lives as long as this demo …");
    TestServer server = TestServer.in(folder.path().resolve("server"));
    undo.push(server::close);
    startToolkit();
    Pace pace = pictures.isPresent() ? Pace.AT_ONCE : Pace.HUMAN;
    TwoPeople people =
        TwoPeople.open(folder.path(), server.inviteLink(), pace, List.of(this::equip, this::equip));
    prepare(people);
    Album album = new Album(pictures);
    say("Ana sits at the left window, Ben at the right one. They make accounts and talk …");
    new Story(people, album).play();
    call(people, album);
    pictures.ifPresentOrElse(
        this::end,
        () -> say("Now it is your turn: write something. Closing a window ends it all."));
  }

  private Equipment equip() {
    WebRtc webRtc = new WebRtc();
    undo.push(webRtc::close);
    Equipment real = webRtc.equipment();
    real.media().prepare(calls::complete);
    return OneRoom.with(real);
  }

  private void call(TwoPeople people, Album album) {
    if (calls.join() instanceof Media.Availability.Unavailable(Media.Reason reason)) {
      say("They do not call each other. " + new CallWords(texts).hindrance(reason));
      return;
    }
    say("Then Ana calls Ben. They sit in one room, so both microphones stay closed …");
    new VoiceCall(people, album).play().forEach(notice -> say("The app says: " + notice));
  }

  private void end(Path pictures) {
    say("They understood each other. Pictures of it: " + pictures);
    leave();
  }

  private void leave() {
    undoAll();
    // The WebRTC library talks to itself while Java ends; nobody has to read that.
    System.out.close();
    System.exit(0);
  }

  private Thread undoing() {
    Thread undoing = new Thread(this::undoAll);
    // The program ends already: to end it again would wait for itself.
    undoing.setUncaughtExceptionHandler((t, e) -> LOG.error("not all could be undone", e));
    return undoing;
  }

  private void undoAll() {
    for (Runnable next = undo.poll(); next != null; next = undo.poll()) {
      next.run();
    }
  }

  private static void startToolkit() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
  }

  private void prepare(TwoPeople people) {
    Rectangle2D screen =
        people.ana().<Rectangle2D>asks(stage -> Screen.getPrimary().getVisualBounds());
    double width = Math.min(WIDEST, screen.getWidth() / 2);
    double height = Math.min(HIGHEST, screen.getHeight());
    double middle = screen.getMinX() + screen.getWidth() / 2;
    double top = screen.getMinY() + (screen.getHeight() - height) / 2;
    people.ana().takes(new Rectangle2D(middle - width, top, width, height));
    people.ben().takes(new Rectangle2D(middle, top, width, height));
    Stream.of(people.ana(), people.ben()).forEach((Person person) -> prepare(person));
  }

  private void prepare(Person person) {
    // A demo leaves nothing in the keyring of those who watch.
    person.click("#stay");
    person.asks(stage -> {
      // The toolkit, whose thread this is, has to be there still while the program ends.
      stage.setOnHidden(event -> Thread.ofPlatform().start(this::leave));
      return true;
    });
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
