package charla.client.chat.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.chat.ChatMessage;
import charla.client.chat.FakeServer;
import charla.client.chat.MessageState;
import charla.client.ui.Texts;
import charla.client.ui.Theme;
import charla.client.ui.Times;
import charla.client.ui.emoji.EmojiRecents;
import charla.client.ui.emoji.Emojis;
import charla.protocol.ClientId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A bubble is as large as what is said in it. */
@ExtendWith(ApplicationExtension.class)
class BubbleTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
  private static final double WIDEST = 300;

  private BubbleView bubble;

  @Start
  void start(Stage stage) {
    Texts texts = new Texts(Locale.UK);
    Times times = new Times(texts, Locale.UK, ZoneOffset.UTC, InstantSource.fixed(NOW));
    Emojis emojis = Emojis.load(new EmojiRecents(List.of(), recents -> {}));
    bubble = new BubbleView(new MessageKit(texts, times, emojis), new NoActions());
    Scene scene = new Scene(new Pane(bubble), 700, 600);
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aShortOneIsNarrowAndALongOneNoWiderThanAllowed(FxRobot robot) {
    assertThat(width(robot, "ok")).isLessThan(WIDEST / 2);
    assertThat(width(robot, "word ".repeat(200))).isBetween(WIDEST - 50, WIDEST);
  }

  @Test
  void oneThatBreaksEarlyIsAsWideAsItsLongestLineAndNoHigher(FxRobot robot) {
    String early = "Some words that fit " + "n".repeat(30);

    double width = width(robot, early);

    assertThat(width).isLessThan(WIDEST - 5);
    robot.interact(() -> assertThat(bubble.prefHeight(width)).isEqualTo(bubble.prefHeight(WIDEST)));
  }

  private double width(FxRobot robot, String content) {
    double[] width = new double[1];
    robot.interact(() -> {
      bubble.show(new Row.Bubble(said(content), Row.Place.ALONE));
      bubble.applyCss();
      width[0] = bubble.width(WIDEST);
    });
    return width[0];
  }

  private static ChatMessage said(String content) {
    ClientId id = new ClientId("a".repeat(32));
    return new ChatMessage(id, 1, FakeServer.ME.id(), true, content, NOW, MessageState.Step.SENT);
  }
}
