package charla.client.demo;

import charla.client.Pace;
import charla.client.Person;
import charla.client.TwoPeople;
import charla.client.session.TestServer;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
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
    Runtime.getRuntime().addShutdownHook(new Thread(() -> undo.forEach(Runnable::run)));
    TemporaryFolder folder = TemporaryFolder.create();
    undo.push(folder::close);
    say("Starting a server that lives as long as this demo …");
    TestServer server = TestServer.in(folder.path().resolve("server"));
    undo.push(server::close);
    startToolkit();
    Pace pace = pictures.isPresent() ? Pace.AT_ONCE : Pace.HUMAN;
    TwoPeople people = TwoPeople.open(folder.path(), server.inviteLink(), pace);
    prepare(people);
    say("Ana sits at the left window, Ben at the right one. They make accounts and talk …");
    new Story(people, new Album(pictures)).play();
    pictures.ifPresentOrElse(
        Demo::end,
        () -> say("Now it is your turn: write something. Closing a window ends it all."));
  }

  private static void end(Path pictures) {
    say("They understood each other. Pictures of it: " + pictures);
    System.exit(0);
  }

  private static void startToolkit() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
  }

  private static void prepare(TwoPeople people) {
    Rectangle2D screen =
        people.ana().<Rectangle2D>asks(stage -> Screen.getPrimary().getVisualBounds());
    double width = Math.min(WIDEST, screen.getWidth() / 2);
    double height = Math.min(HIGHEST, screen.getHeight());
    double middle = screen.getMinX() + screen.getWidth() / 2;
    double top = screen.getMinY() + (screen.getHeight() - height) / 2;
    people.ana().takes(new Rectangle2D(middle - width, top, width, height));
    people.ben().takes(new Rectangle2D(middle, top, width, height));
    Stream.of(people.ana(), people.ben()).forEach(Demo::prepare);
  }

  private static void prepare(Person person) {
    // A demo leaves nothing in the keyring of those who watch.
    person.click("#stay");
    person.asks(stage -> {
      // The toolkit, whose thread this is, has to be there still while the program ends.
      stage.setOnHidden(event -> Thread.ofPlatform().start(() -> System.exit(0)));
      return true;
    });
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
