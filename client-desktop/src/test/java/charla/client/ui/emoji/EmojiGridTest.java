package charla.client.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.ui.Texts;
import charla.client.ui.emoji.EmojiGrid.Cell;
import charla.client.ui.emoji.EmojiGrid.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EmojiGridTest {
  private final EmojiIndex index = new EmojiIndex();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final List<List<String>> kept = new ArrayList<>();
  private final EmojiRecents recents = new EmojiRecents(List.of("👍", "🎉"), kept::add);

  @Test
  void theRecentOnesComeFirst() {
    EmojiGrid grid = grid("");

    assertThat(grid.lines().getFirst()).isEqualTo(new Line.Title("Recent"));
    assertThat(grid.at(grid.first()).text()).isEqualTo("👍");
  }

  @Test
  void aPickMovesToTheFrontOfTheRecentOnesAndIsKept() {
    recents.picked(index.of("🎉").orElseThrow());

    assertThat(kept).containsExactly(List.of("🎉", "👍"));
    assertThat(grid("").at(new Cell(1, 0)).text()).isEqualTo("🎉");
  }

  @Test
  void arrowsCrossTitlesAndStopAtTheEnds() {
    EmojiGrid grid = grid("");
    Cell second = grid.beside(grid.first(), 1);

    assertThat(grid.beside(second, 1)).as("over the title").isEqualTo(new Cell(3, 0));
    assertThat(grid.below(second, 1)).isEqualTo(new Cell(3, 1));
    assertThat(grid.below(new Cell(3, 5), -1)).as("a shorter row").isEqualTo(second);
    assertThat(grid.beside(grid.first(), -1)).isEqualTo(grid.first());
  }

  @Test
  void everyLineBelongsToTheTitleAboveIt() {
    assertThat(grid("").titleAt(0)).isEqualTo("Recent");
    assertThat(grid("").titleAt(1)).isEqualTo("Recent");
    assertThat(grid("").titleAt(3)).isEqualTo("Smileys and emotion");
    assertThat(grid("birthday").titleAt(0)).isEmpty();
  }

  @Test
  void aSearchShowsWhatItFindsAndNothingElse() {
    assertThat(grid("birthday").lines()).isNotEmpty().noneMatch(Line.Title.class::isInstance);
    assertThat(grid("qqqq").isEmpty()).isTrue();
  }

  private EmojiGrid grid(String search) {
    return EmojiGrid.of(index, recents, texts, search);
  }
}
