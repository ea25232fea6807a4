package charla.client.demo;

import charla.client.Person;
import charla.client.TwoPeople;
import charla.client.ui.Texts;
import java.util.List;
import java.util.Locale;

/**
 * What Ana and Ben do before those who watch: they make accounts and talk.
 *
 * @param album is shown the best moments
 */
record Story(TwoPeople people, Album album) {
  static final List<String> LINES =
      List.of(
          "Hi Ben! Did the parcel arrive?",
          "It did, this morning. Everything is in it 🎉",
          "Even the small cups?",
          "All six of them, and not one is broken ☕",
          "Wonderful. Dinner at eight, then?",
          "At eight. I bring bread 🥖",
          "See you!");

  void play() {
    people.register();
    begin();
    for (int line = 2; line < LINES.size(); line++) {
      answer(line);
    }
    people.ben().looks();
    people.ben().reads(words(LINES.getLast()));
    people.ana().seesNo(".state-delivered");
    people.ben().seesNo(".state-delivered");
    album.add("3-read", people);
  }

  /** The line without its emoji, which are shown as pictures. */
  static String words(String line) {
    return line.codePoints()
        .filter(c -> c < 0x2000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  /** The first message makes the conversation appear at the other one's. */
  private void begin() {
    people.ana().looks();
    people.ana().talksTo("ben");
    people.ana().writes(LINES.getFirst());
    people.ben().reads(words(LINES.getFirst()));
    album.add("1-first-message", people);
    people.ben().looks();
    people.ben().opensNewestChat();
    people.ben().begins(LINES.get(1));
    people.ana().reads(new Texts(Locale.getDefault()).get("header.typing"));
    album.add("2-typing", people);
    people.ben().sends();
  }

  private void answer(int line) {
    Person writer = line % 2 == 0 ? people.ana() : people.ben();
    writer.looks();
    writer.reads(words(LINES.get(line - 1)));
    writer.writes(LINES.get(line));
  }
}
