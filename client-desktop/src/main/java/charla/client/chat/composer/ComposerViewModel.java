package charla.client.chat.composer;

import charla.client.chat.Conversations;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Text;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The message being written: what may be sent, and the draft that outlives the app. */
public final class ComposerViewModel {
  private final Outgoing outgoing;
  private final StringProperty text;
  private final BooleanBinding sendable;
  private final IntegerBinding tooLongBy;

  public ComposerViewModel(String draft, Outgoing outgoing) {
    this.outgoing = outgoing;
    this.text = new SimpleStringProperty(draft);
    this.sendable = Bindings.createBooleanBinding(() -> refusal().isEmpty(), text);
    this.tooLongBy =
        Bindings.createIntegerBinding(
            () -> Math.max(0, Text.length(content()) - Limits.TEXT_CODE_POINTS), text);
    text.addListener((o, was, is) -> typed(is));
  }

  public StringProperty textProperty() {
    return text;
  }

  /** Whether there is something to send and it may be sent. */
  public BooleanBinding sendableProperty() {
    return sendable;
  }

  /** By how many characters the text is beyond what a message may have; 0 when it is not. */
  public IntegerBinding tooLongByProperty() {
    return tooLongBy;
  }

  /** Sends the message and begins the next one; does nothing where there is none to send. */
  public void send() {
    if (!sendable.get()) {
      return;
    }
    String content = content();
    text.set("");
    outgoing.send(content);
  }

  private void typed(String now) {
    outgoing.keepDraft(now);
    if (!now.isBlank()) {
      outgoing.typing();
    }
  }

  private Optional<ErrorCode> refusal() {
    return Conversations.refusal(content());
  }

  /** Space around a message says nothing. */
  private String content() {
    return text.get().strip();
  }
}
