package charla.client.demo;

import charla.client.AtThePhone;
import charla.client.TwoPeople;
import charla.client.ui.Texts;
import charla.client.ui.Times;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How Ana calls Ben after they have talked: it rings, he answers, and they hang up.
 *
 * @param album is shown the best moments
 */
record VoiceCall(TwoPeople people, Album album) {
  /** What the windows said of microphones and speakers; nothing where there are both. */
  List<String> play() {
    AtThePhone ana = people.anaAtThePhone();
    AtThePhone ben = people.benAtThePhone();
    Texts texts = new Texts(Locale.getDefault());
    people.ana().looks();
    ana.calls();
    ben.rings();
    ana.reads(texts.get("call.ringing"));
    album.add("4-ringing", people);
    ben.answers();
    String talked = Times.length(people.ana().talkingTime());
    ana.reads(talked);
    ben.reads(talked);
    List<String> notices = notices(ana, ben);
    album.add("5-talking", people);
    ben.presses("#call-hang-up");
    ana.isAlone();
    ben.isAlone();
    String line = texts.get("calls.line.talked", "").strip();
    people.ana().reads(line);
    people.ben().reads(line);
    album.add("6-called", people);
    return notices;
  }

  private static List<String> notices(AtThePhone ana, AtThePhone ben) {
    return Stream.of(ana.notice(), ben.notice())
        .filter(notice -> !notice.isEmpty())
        .distinct()
        .toList();
  }
}
