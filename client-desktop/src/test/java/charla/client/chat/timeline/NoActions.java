package charla.client.chat.timeline;

import charla.client.chat.ChatMessage;
import java.net.URI;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Nothing comes of what is done with a message. */
final class NoActions implements MessageActions {
  @Override
  public void open(URI link) {}

  @Override
  public void copy(String text) {}

  @Override
  public void resend(ChatMessage message) {}

  @Override
  public void discard(ChatMessage message) {}

  @Override
  public void callBack() {}

  @Override
  public ObservableValue<Boolean> hindered() {
    return new SimpleObjectProperty<>(false);
  }
}
