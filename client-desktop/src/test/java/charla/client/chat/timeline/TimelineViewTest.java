package charla.client.chat.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.chat.LongLog;
import charla.client.ui.Texts;
import charla.client.ui.Theme;
import charla.client.ui.Times;
import charla.client.ui.emoji.EmojiRecents;
import charla.client.ui.emoji.Emojis;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TimelineViewTest {
  private static final int WINDOW = 400;

  private final LongLog log = new LongLog(100_000);
  private MessageKit kit;

  @Start
  void start(Stage stage) {
    Texts texts = new Texts(Locale.UK);
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-07-01T12:00:00Z"));
    Emojis emojis = Emojis.load(new EmojiRecents(List.of(), recents -> {}));
    kit = new MessageKit(texts, new Times(texts, Locale.UK, ZoneOffset.UTC, clock), emojis);
    var model = new TimelineViewModel(log.timeline(), ZoneOffset.UTC, () -> {});
    TimelineView view = new TimelineView(model, kit, new NoActions());
    Scene scene = new Scene(view, 700, 600);
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
    log.answer();
  }

  @Test
  void aLongLogOpensAtItsEnd(FxRobot robot) {
    assertThat(visible(robot)).containsKey("Message 100000.");
  }

  @Test
  void beforeItIsLaidOutNothingIsInView(FxRobot robot) {
    LongLog two = new LongLog(2);
    var model = new TimelineViewModel(two.timeline(), ZoneOffset.UTC, () -> {});
    robot.interact(() -> {
      var flow = new TimelineFlowView(model, kit, new NoActions(), day -> {});
      two.answer();

      assertThat(flow.messages()).hasSize(2);
      assertThat(flow.lastVisible()).isEmpty();
    });
  }

  @Test
  void whateverIsLoadedTheVisibleMessagesDoNotMove(FxRobot robot) {
    for (int i = 0; i < 60; i++) {
      robot.interact(() -> scroll(timeline(robot), 700));
      Map<String, Long> before = visible(robot);
      robot.interact(log::answer);
      assertThat(visible(robot)).isEqualTo(before);
      assertThat(log.timeline().messages()).hasSizeLessThanOrEqualTo(WINDOW);
    }
    assertThat(log.timeline().messages().getFirst().seq()).isLessThan(99_500);
  }

  private static TimelineView timeline(FxRobot robot) {
    return robot.lookup(".timeline").queryAs(TimelineView.class);
  }

  private static void scroll(TimelineView view, double pixels) {
    Node flow = view.lookup(".virtual-flow");
    flow.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            300,
            300,
            300,
            300,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            pixels,
            0,
            pixels,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  /** The messages in view and how far below the upper edge they stand. */
  private static Map<String, Long> visible(FxRobot robot) {
    TimelineView view = timeline(robot);
    Map<String, Long> places = new HashMap<>();
    robot.interact(() -> {
      view.layout();
      for (Node bubble : view.lookupAll(".timeline-row")) {
        Bounds bounds = view.sceneToLocal(bubble.localToScene(bubble.getLayoutBounds()));
        boolean seen = bounds.getMaxY() > 0 && bounds.getMinY() < view.getHeight();
        if (bubble.isVisible() && seen) {
          places.put(
              bubble.getAccessibleText().replaceAll(".*(Message \\d+\\.).*", "$1"),
              Math.round(bounds.getMinY()));
        }
      }
    });
    return places;
  }
}
