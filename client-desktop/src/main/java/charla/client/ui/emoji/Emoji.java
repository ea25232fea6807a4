package charla.client.ui.emoji;

import java.util.Locale;

/**
 * One emoji and where its picture lies.
 *
 * @param text the characters it stands for, as they are sent
 * @param column of the sheet, from 0
 * @param row of the sheet, from 0
 * @param category index into {@link EmojiIndex#CATEGORIES}; -1 for one that is drawn but not
 *     offered (skin tones, parts)
 * @param english what it is found by, in lower case
 * @param spanish what it is found by, in lower case
 */
public record Emoji(
    String text, int column, int row, int category, String english, String spanish) {
  /** What it is found by and called aloud. */
  public String words(Locale locale) {
    return locale.getLanguage().equals("es") ? spanish : english;
  }
}
