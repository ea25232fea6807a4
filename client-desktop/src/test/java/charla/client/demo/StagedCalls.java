package charla.client.demo;

import charla.client.call.CallState;
import charla.client.call.CallViewModel;
import charla.client.call.Line;
import charla.client.call.Ringing;
import charla.client.call.Talking;
import charla.client.call.history.CallHistory;
import charla.client.chat.Calling;
import charla.client.net.LinkState;
import charla.protocol.User;
import charla.protocol.UserId;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** Calls that could be made, and nobody makes but the one that there is. */
final class StagedCalls implements Calling, CallHistory.Seen {
  private final CallViewModel model;
  private final LinkState link;
  private Instant seen = Instant.parse("2026-03-03T13:00:00Z");

  StagedCalls(StagedCall call, LinkState link) {
    this.model = call.model();
    this.link = link;
  }

  @Override
  public void call(User peer) {}

  @Override
  public ObservableValue<Optional<String>> hindrance() {
    return model.stateProperty().map(this::hindrance);
  }

  private Optional<String> hindrance(CallState now) {
    if (!now.isFree() && !(now instanceof Ringing)) {
      return Optional.of(model.words().already());
    }
    return link instanceof LinkState.Online
        ? Optional.empty()
        : Optional.of(model.words().offline());
  }

  @Override
  public ObservableValue<Optional<UserId>> talkingWith() {
    return model
        .stateProperty()
        .map(now ->
            Optional.of(now)
                .filter(Talking.class::isInstance)
                .flatMap(CallState::current)
                .map(Line::peer)
                .map(User::id));
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
