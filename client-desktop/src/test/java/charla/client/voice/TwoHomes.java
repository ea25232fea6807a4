package charla.client.voice;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.voice.Internet.Router;
import charla.server.ServerProcess;
import charla.server.call.Coturn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A program: two apps with real audio in two homes, behind routers that translate addresses, and a
 * server and coturn in the internet between them. {@code ./charla networks} runs it, as it needs
 * networks of its own; it ends with an error where something is not as it should be.
 */
final class TwoHomes implements AutoCloseable {
  /** Aims in milliseconds; a machine that builds beside this may take longer. */
  private static final long SHOWN_WITHIN = 2_000;

  private static final long BACK_WITHIN = 5_000;

  /** For the network to be looked at, and the server to be asked for and connected to. */
  private static final long READ_WITHIN = 8_000;

  private static final long SLACK = 2_000;

  /** What was heard before the network changed is still on its way for a moment, in ms. */
  private static final long ON_ITS_WAY = 500;

  private final Internet internet;
  private final Coturn coturn;
  private final ServerProcess server;
  private final TwoDesks desks;

  private TwoHomes(Router kind, Path shipped, Path all) throws Exception {
    Path folder = Files.createDirectories(all.resolve(kind.name()));
    internet = Internet.of(kind);
    coturn = Coturn.startAt(Internet.ADDRESS, folder, shipped);
    Path secret = Files.writeString(folder.resolve("secret"), Coturn.SECRET);
    String at = Internet.ADDRESS + ":" + coturn.port();
    server =
        ServerProcess.overTlsAt(
            Internet.ADDRESS,
            Files.createDirectory(folder.resolve("server")),
            "--stun=stun:" + at,
            "--turn=turn:" + at + "?transport=udp",
            "--turn-secret-file=" + secret);
    desks = TwoDesks.inTouch(Internet::at, folder, server.invite().toString(), Map.of());
  }

  /** Arguments: the configuration of coturn that is shipped, and a folder to work in. */
  public static void main(String[] arguments) throws Exception {
    Path shipped = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    try (TwoHomes homes = new TwoHomes(Router.CONE, shipped, folder)) {
      homes.talkAndMove("path=DIRECT");
    }
    try (TwoHomes homes = new TwoHomes(Router.SYMMETRIC, shipped, folder)) {
      homes.talkAndMove("path=RELAYED");
    }
    System.exit(0);
  }

  @Override
  public void close() throws IOException {
    desks.close();
    server.close();
    coturn.close();
    internet.close();
  }

  private void talkAndMove(String path) throws Exception {
    desks.call();
    desks.assertBothAreHeard();
    assertThat(desks.ana().said("quality")).last().asString().contains(path);
    say("two homes talk: " + path);
    desks.hangUp();

    desks.call(desks.ana(), desks.ben());
    whileTheyHum("who called leaves the house", internet::anaLeavesHome);
    desks.call(desks.ben(), desks.ana());
    whileTheyHum("who was called comes home", internet::anaComesHome);

    readAfter(internet::anaLeavesHome, desks.ben(), desks.ana(), "are you out already?");
    readAfter(internet::anaComesHome, desks.ana(), desks.ben(), "back home");
    desks.end();
  }

  private interface Move {
    void begin() throws Exception;
  }

  private void whileTheyHum(String what, Move move) throws Exception {
    try (Humming humming = Humming.both(desks.sound())) {
      humming.heardByBoth(0);
      move.begin();
      long moved = Humming.now();
      desks.bothRead("Reconnecting");
      long shown = Humming.now() - moved;
      long back = humming.heardByBoth(moved + ON_ITS_WAY) - moved;
      say("%s: shown after %d ms, audio back after %d ms".formatted(what, shown, back));
      assertThat(shown).isLessThan(SHOWN_WITHIN + SLACK);
      assertThat(back).isLessThan(BACK_WITHIN + SLACK);
    }
    desks.bothRead("0:");
    desks.hangUp();
  }

  private void readAfter(Move move, DeskProcess writer, DeskProcess reader, String text)
      throws Exception {
    move.begin();
    long moved = Humming.now();
    writer.does("write " + text);
    reader.does("read " + text);
    long read = Humming.now() - moved;
    say("«%s» is read after %d ms".formatted(text, read));
    assertThat(read).isLessThan(READ_WITHIN + SLACK);
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
