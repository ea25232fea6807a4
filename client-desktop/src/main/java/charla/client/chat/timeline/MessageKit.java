package charla.client.chat.timeline;

import charla.client.ui.Texts;
import charla.client.ui.Times;
import charla.client.ui.emoji.Emojis;

/** What every message view is made with. */
public record MessageKit(Texts texts, Times times, Emojis emojis) {}
