package charla.client.chat.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.chat.ChatMessage;
import charla.client.chat.FakeServer;
import charla.client.chat.MessageState;
import charla.client.notice.Problem;
import charla.client.ui.FxThread;
import charla.client.ui.Texts;
import charla.client.ui.Times;
import charla.client.ui.emoji.EmojiRecents;
import charla.client.ui.emoji.Emojis;
import charla.protocol.ClientId;
import charla.protocol.ErrorCode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** A message that was refused says why, to the mouse and to the keyboard. */
class FailedMessageTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
  private static final String WHY = "You cannot do this.";

  private final Texts texts = new Texts(Locale.UK);

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void itsMenuSaysWhy() {
    onFx(() ->
        assertThat(new MessageMenuView(texts, new NoActions()).of(refused()).getItems())
            .anyMatch(item -> WHY.equals(item.getText())));
  }

  @Test
  void itsTooltipSaysWhy() {
    onFx(() -> {
      MetaView meta = new MetaView(kit(), new NoActions());
      meta.show(refused());

      assertThat(meta.getProperties().values())
          .anyMatch(value -> value instanceof Tooltip tip && tip.getText().endsWith(WHY));
    });
  }

  private static void onFx(Runnable check) {
    CompletableFuture.runAsync(check, new FxThread()).join();
  }

  private static ChatMessage refused() {
    MessageState failed =
        new MessageState.Failed(new Problem.Refused(ErrorCode.NOT_ALLOWED, Optional.empty()));
    ClientId id = new ClientId("a".repeat(32));
    return new ChatMessage(id, 0, FakeServer.ME.id(), true, "Hello?", NOW, failed);
  }

  private MessageKit kit() {
    Times times = new Times(texts, Locale.UK, ZoneOffset.UTC, InstantSource.fixed(NOW));
    return new MessageKit(texts, times, Emojis.load(new EmojiRecents(List.of(), recents -> {})));
  }
}
