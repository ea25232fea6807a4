package charla.client.ui.emoji;

import charla.client.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the picker offers, as rows: a title, or up to nine emoji. Without a search these are the
 * recent ones and then every category. Immutable.
 */
record EmojiGrid(List<Line> lines) {
  static final int COLUMNS = 9;

  /** One row. */
  sealed interface Line {
    record Title(String words) implements Line {}

    record Row(List<Emoji> emoji) implements Line {}
  }

  /** A place in the grid. */
  record Cell(int line, int column) {}

  static EmojiGrid of(EmojiIndex index, EmojiRecents recents, Texts texts, String search) {
    List<Line> lines = new ArrayList<>();
    if (!search.isBlank()) {
      addRows(index.search(search, texts.locale()), lines);
      return new EmojiGrid(lines);
    }
    add(texts.get("emoji.recent"), recent(index, recents), lines);
    for (int i = 0; i < EmojiIndex.CATEGORIES.size(); i++) {
      add(texts.get("emoji." + EmojiIndex.CATEGORIES.get(i)), index.in(i), lines);
    }
    return new EmojiGrid(lines);
  }

  /** Where a title stands; -1 when there is none. */
  int lineOf(String title) {
    return lines.indexOf(new Line.Title(title));
  }

  /** Of what a line belongs to; empty where there are no titles. */
  String titleAt(int line) {
    return lines.stream()
        .limit(line + 1L)
        .flatMap(before ->
            before instanceof Line.Title title ? Stream.of(title.words()) : Stream.empty())
        .reduce("", (above, below) -> below);
  }

  /** The first emoji. */
  Cell first() {
    return new Cell(firstRow(0, 1), 0);
  }

  Emoji at(Cell cell) {
    return ((Line.Row) lines.get(cell.line())).emoji().get(cell.column());
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** One to the right or the left, over the ends of rows. */
  Cell beside(Cell cell, int by) {
    int column = cell.column() + by;
    if (column >= 0 && column < width(cell.line())) {
      return new Cell(cell.line(), column);
    }
    int line = firstRow(cell.line() + by, by);
    if (line < 0) {
      return cell;
    }
    return new Cell(line, by > 0 ? 0 : width(line) - 1);
  }

  /** One up or down, over titles. */
  Cell below(Cell cell, int by) {
    int line = firstRow(cell.line() + by, by);
    return line < 0 ? cell : new Cell(line, Math.min(cell.column(), width(line) - 1));
  }

  private int width(int line) {
    return ((Line.Row) lines.get(line)).emoji().size();
  }

  private int firstRow(int from, int step) {
    return IntStream.iterate(from, i -> i >= 0 && i < lines.size(), i -> i + step)
        .filter(i -> lines.get(i) instanceof Line.Row)
        .findFirst()
        .orElse(-1);
  }

  private static List<Emoji> recent(EmojiIndex index, EmojiRecents recents) {
    return recents.texts().stream().flatMap(text -> index.of(text).stream()).toList();
  }

  private static void add(String title, List<Emoji> emoji, List<Line> lines) {
    if (!emoji.isEmpty()) {
      lines.add(new Line.Title(title));
      addRows(emoji, lines);
    }
  }

  private static void addRows(List<Emoji> emoji, List<Line> lines) {
    for (int from = 0; from < emoji.size(); from += COLUMNS) {
      lines.add(new Line.Row(emoji.subList(from, Math.min(emoji.size(), from + COLUMNS))));
    }
  }
}
