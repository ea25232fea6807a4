package charla.client.demo;

import charla.client.call.history.CallHistory;
import charla.client.chat.Calling;
import charla.protocol.User;
import charla.protocol.UserId;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Calls that could be made, and nobody makes. */
final class StagedCalls implements Calling, CallHistory.Seen {
  private Instant seen = Instant.parse("2026-03-03T14:00:00Z");

  @Override
  public void call(User peer) {}

  @Override
  public ObservableValue<Optional<String>> hindrance() {
    return new SimpleObjectProperty<>(Optional.empty());
  }

  @Override
  public ObservableValue<Optional<UserId>> talkingWith() {
    return new SimpleObjectProperty<>(Optional.empty());
  }

  @Override
  public Instant upTo() {
    return seen;
  }

  @Override
  public void set(Instant upTo) {
    seen = upTo;
  }
}
