package charla.client.ui.emoji;

/** All about emoji, loaded once for the whole app. */
public record Emojis(EmojiIndex index, EmojiSheet sheet, EmojiText text, EmojiRecents recents) {
  public static Emojis load(EmojiRecents recents) {
    EmojiIndex index = new EmojiIndex();
    EmojiSheet sheet = new EmojiSheet();
    return new Emojis(index, sheet, new EmojiText(index, sheet), recents);
  }
}
