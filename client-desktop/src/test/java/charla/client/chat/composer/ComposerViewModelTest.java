package charla.client.chat.composer;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
  private final List<String> done = new ArrayList<>();
  private final ComposerViewModel composer = new ComposerViewModel("half a", new Recorder());

  @Test
  void theDraftComesBackWithoutTellingAnybody() {
    assertThat(composer.textProperty().get()).isEqualTo("half a");
    assertThat(done).isEmpty();
  }

  @Test
  void everyKeyIsKeptAndTold() {
    composer.textProperty().set("half a word");

    assertThat(done).containsExactly("keep half a word", "typing");
  }

  @Test
  void whatIsSentIsGoneFromTheComposerAndTheDraft() {
    composer.textProperty().set("  a word\n");
    done.clear();
    composer.send();

    assertThat(composer.textProperty().get()).isEmpty();
    assertThat(done).containsExactly("keep ", "send a word");
  }

  @Test
  void blankTextIsNotSent() {
    composer.textProperty().set(" \n ");
    composer.send();

    assertThat(composer.sendableProperty().get()).isFalse();
    assertThat(done).noneMatch(what -> what.startsWith("send"));
  }

  @Test
  void aTextIsTooLongByCodePointsNotByUnits() {
    composer.textProperty().set("🙂".repeat(Limits.TEXT_CODE_POINTS));
    assertThat(composer.sendableProperty().get()).isTrue();

    composer.textProperty().set("🙂".repeat(Limits.TEXT_CODE_POINTS + 3));
    composer.send();

    assertThat(composer.tooLongByProperty().get()).isEqualTo(3);
    assertThat(done).noneMatch(what -> what.startsWith("send"));
  }

  private final class Recorder implements Outgoing {
    @Override
    public void send(String content) {
      done.add("send " + content);
    }

    @Override
    public void keepDraft(String text) {
      done.add("keep " + text);
    }

    @Override
    public void typing() {
      done.add("typing");
    }
  }
}
