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
 * @param english its words in English
 * @param spanish its words in Spanish
 */
public record Emoji(String text, int column, int row, int category, Words english, Words spanish) {

  /** What it is called, and what it is found by; in lower case, both empty for one not offered. */
  public record Words(String name, String search) {}

  public Words words(Locale locale) {
    return locale.getLanguage().equals("es") ? spanish : english;
  }
}
