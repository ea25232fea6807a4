package charla.client.demo;

import charla.client.cache.AccountCache;
import charla.client.cache.CacheException;
import charla.client.call.history.CallHistory;
import charla.client.call.history.CallsView;
import charla.client.chat.Calling;
import charla.client.chat.Conversations;
import charla.client.chat.timeline.MessageKit;
import charla.client.net.Deaf;
import charla.client.net.LinkState;
import charla.client.net.Threads;
import charla.client.notice.ProblemTexts;
import charla.client.session.SignedIn;
import charla.client.session.TokenPlace;
import charla.client.trust.ServerAddress;
import charla.client.ui.Texts;
import charla.client.ui.Times;
import charla.client.ui.emoji.EmojiRecents;
import charla.client.ui.emoji.Emojis;
import charla.protocol.Bodies;
import charla.protocol.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A signed-in app at 14:30 on Tuesday 3 March 2026, which does everything at once. */
final class StagedApp {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-03T14:30:00Z"));

  private static final List<String> RECENT = List.of("👍", "❤️", "😂", "🎉", "🙏", "😊");

  private final SignedIn signedIn;
  private final Conversations conversations;
  private final MessageKit kit;

  private StagedApp(SignedIn signedIn, Conversations conversations, MessageKit kit) {
    this.signedIn = signedIn;
    this.conversations = conversations;
    this.kit = kit;
  }

  static StagedApp with(Path folder, Locale locale, LinkState link, Consumer<DemoServer> content) {
    DemoServer server = new DemoServer(Runnable::run, link);
    content.accept(server);
    Threads threads =
        new Threads(Runnable::run, Runnable::run, Runnable::run, (delay, task) -> () -> {});
    var identity =
        new SignedIn.Identity(
            new ServerAddress("home.lan", Limits.DEFAULT_PORT),
            new Bodies.Me(DemoServer.ME, false));
    SignedIn signedIn =
        new SignedIn(identity, TokenPlace.MEMORY, server, server, cache(folder), threads);
    Texts texts = new Texts(locale);
    Times times = new Times(texts, Locale.UK, ZoneOffset.UTC, CLOCK);
    Emojis emojis = Emojis.load(new EmojiRecents(RECENT, recents -> {}));
    return new StagedApp(
        signedIn,
        Conversations.start(signedIn, CLOCK, new Deaf()),
        new MessageKit(texts, times, emojis));
  }

  SignedIn signedIn() {
    return signedIn;
  }

  Conversations conversations() {
    return conversations;
  }

  MessageKit kit() {
    return kit;
  }

  /** The page of these calls. */
  CallsView calls(CallHistory history, Calling calling) {
    Texts texts = kit.texts();
    return new CallsView(texts, new ProblemTexts(texts), kit.times(), history, calling, () -> {});
  }

  /** A new one each time: nothing is left of the picture before. */
  private static AccountCache cache(Path folder) {
    try {
      return AccountCache.open(Files.createTempDirectory(folder, "account"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CacheException e) {
      throw new IllegalStateException(e);
    }
  }
}
