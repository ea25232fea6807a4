package charla.client.demo;

import charla.client.demo.DemoServer.Log;
import charla.protocol.ErrorCode;
import charla.protocol.User;
import java.time.Instant;
import java.util.List;

/** What the people of the pictures say. */
final class DemoTalk {
  static final User ANA = DemoServer.person(2, "ana.ruiz", "Ana Ruiz", true, null);
  static final User DAD =
      DemoServer.person(3, "antonio", "Dad", false, Instant.parse("2026-03-03T13:40:00Z"));
  static final User LONG =
      DemoServer.person(
          4,
          "maximiliana.von.hohenburg-lang",
          "Maximiliana Wilhelmina von Hohenburg-Langenstein",
          false,
          Instant.parse("2026-02-20T10:00:00Z"));

  private DemoTalk() {}

  private static void neighbours(DemoServer server) {
    List<String> names = List.of("Eva Sanz", "Book club", "Øyvind Ås", "Lea", "Jonas Weber");
    List<String> words =
        List.of(
            "Thank you! 🙏",
            "Next one is on the 12th, at Lea's",
            "ok",
            "Have a look: https://example.org/garden",
            "The key is under the third flower pot");
    for (int n = 0; n < names.size(); n++) {
      User neighbour = DemoServer.person(20 + n, "n" + n, names.get(n), n % 3 == 0, null);
      Log log = server.talk(neighbour).said("2026-02-%02dT18:05".formatted(10 + n), words.get(n));
      log.unread(n % 4 == 1 ? 1 : 0);
    }
  }

  /** Everything at once, for pictures of the whole window. */
  static void all(DemoServer server) {
    neighbours(server);
    longWords(server);
    dad(server);
    ana(server);
  }

  /** Dad, who cannot be written to any more. */
  static void refusing(DemoServer server) {
    all(server);
    server.refuse(ErrorCode.NOT_ALLOWED);
  }

  /** Two people are blocked, one of them with a long name. */
  static void blocking(DemoServer server) {
    all(server);
    server.blocks(LONG);
    server.blocks(DAD);
  }

  /** A thousand messages in one conversation, and a thousand conversations. */
  static void thousands(DemoServer server) {
    for (int n = 0; n < 1000; n++) {
      User neighbour = DemoServer.person(100 + n, "n" + n, "Neighbour " + n, n % 7 == 0, null);
      server.talk(neighbour).said("2026-02-01T%02d:%02d".formatted(n / 60, n % 60), "Hi from " + n);
    }
    Log log = server.talk(ANA);
    for (int n = 1; n <= 1000; n++) {
      String at = "2026-02-%02dT%02d:%02d".formatted(1 + n / 50, 8 + n % 50 / 5, n % 60);
      String text = "Message %d of a thousand".formatted(n);
      log = n % 3 == 0 ? log.answered(at, text) : log.said(at, text);
    }
    log.marks(0, 0);
  }

  static Log ana(DemoServer server) {
    return server
        .talk(ANA)
        .said("2026-02-27T20:11", "Shall we go to the market on Saturday?")
        .answered("2026-02-27T20:15", "Yes, around ten. I will bring the big bag 🧺")
        .said("2026-03-02T18:00", "Hi, did the parcel arrive? It should have come on Saturday.")
        .answered("2026-03-02T18:02", "Not yet 🙁")
        .answered(
            "2026-03-02T18:02",
            "The tracking page says that it is in the depot since Friday. I will call them"
                + " tomorrow if nothing happens: https://tracking.example.org/parcel/4711?lang=en")
        .said("2026-03-02T18:04", "ok, tell me if I can help")
        .said("2026-03-03T09:58", "Good morning ☀️")
        .said("2026-03-03T09:58", "👍")
        .answered("2026-03-03T13:59", "It came! Everything is there, even the small cups 🎉")
        .said("2026-03-03T14:02", "Wonderful")
        .said(
            "2026-03-03T14:03",
            "For tonight we still need:\n• bread\n• olives\n• something sweet for after dinner,"
                + " whatever looks good")
        .answered("2026-03-03T14:04", "I will get all of it on my way home")
        .answered("2026-03-03T14:05", "see you at eight")
        .marks(1, 3);
  }

  static Log dad(DemoServer server) {
    return server
        .talk(DAD)
        .answered("2026-03-03T12:00", "Are you coming on Sunday?")
        .said("2026-03-03T13:38", "Of course! Your mother makes the rice.")
        .said("2026-03-03T13:39", "Bring the children")
        .said("2026-03-03T13:40", "and an umbrella ☔")
        .marks(0, 0)
        .unread(3);
  }

  static Log longWords(DemoServer server) {
    return server
        .talk(LONG)
        .said("2026-02-20T09:58", "Donaudampfschifffahrtsgesellschaftskapitän".repeat(6))
        .answered("2026-02-20T09:59", "A text that goes on and on. ".repeat(40).strip())
        .marks(0, 0);
  }
}
