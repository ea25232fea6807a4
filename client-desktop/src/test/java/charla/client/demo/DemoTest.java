package charla.client.demo;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.Pace;
import charla.client.TwoPeople;
import charla.client.call.webrtc.WebRtc;
import charla.client.session.TestServer;
import charla.client.ui.Texts;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** What {@code ./charla demo} shows, as fast as it can. */
class DemoTest {
  @TempDir Path folder;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void bothWindowsShowAllThatWasSaidAndPicturesAreKept() throws Exception {
    try (TestServer server = TestServer.in(folder.resolve("server"));
        TwoPeople people = TwoPeople.open(folder, server.inviteLink(), Pace.AT_ONCE)) {
      new Story(people, new Album(Optional.of(folder))).play();

      Story.LINES.stream().map(Story::words).forEach(people.ana()::reads);
      Story.LINES.stream().map(Story::words).forEach(people.ben()::reads);
      assertThat(pictures("1-first-message", "2-typing", "3-read"))
          .allSatisfy(DemoTest::showsBothWindows);
    }
  }

  @Test
  void itEndsWithARealCallWhichSaysThatThereIsNoMicrophone() throws Exception {
    try (WebRtc ana = new WebRtc();
        WebRtc ben = new WebRtc();
        TestServer server = TestServer.in(folder.resolve("server"));
        TwoPeople people =
            TwoPeople.open(
                folder,
                server.inviteLink(),
                Pace.AT_ONCE,
                List.of(
                    () -> OneRoom.with(ana.equipment()), () -> OneRoom.with(ben.equipment())))) {
      people.register();
      people.ana().talksTo("ben");
      people.ana().writes("May I call you?");
      people.ben().opensNewestChat();

      List<String> said = new VoiceCall(people, new Album(Optional.of(folder))).play();

      Texts texts = new Texts(Locale.getDefault());
      assertThat(said)
          .singleElement()
          .isIn(texts.get("audio.noMicrophone"), texts.get("audio.nothing"));
      assertThat(pictures("4-ringing", "5-talking", "6-called"))
          .allSatisfy(DemoTest::showsBothWindows);
    }
  }

  private Stream<Path> pictures(String... names) {
    return Stream.of(names).map(name -> folder.resolve(name + ".png"));
  }

  private static void showsBothWindows(Path picture) throws Exception {
    BufferedImage shown = ImageIO.read(picture.toFile());

    assertThat(shown.getWidth()).isGreaterThan(2 * shown.getHeight());
    assertThat(IntStream.range(0, shown.getWidth()).map(x -> shown.getRGB(x, 40)).distinct())
        .hasSizeGreaterThan(10);
  }
}
