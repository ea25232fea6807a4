package charla.client;

import charla.client.call.CallState;
import charla.client.call.CallWords;
import charla.client.call.Media;
import charla.client.call.Ringing;
import charla.client.net.LinkState;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Why nobody can be called just now. FX thread only. */
final class CallHindrance {
  private final CallWords texts;
  private final ObservableValue<CallState> state;
  private final ReadOnlyObjectWrapper<Optional<String>> words =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Media.Reason> unable = Optional.empty();
  private boolean online;

  CallHindrance(CallWords texts, ObservableValue<CallState> state) {
    this.texts = texts;
    this.state = state;
    state.subscribe(this::look);
  }

  /** In words; empty while somebody can be called. */
  ObservableValue<Optional<String>> words() {
    return words.getReadOnlyProperty();
  }

  /** This computer cannot talk. */
  void unable(Media.Reason reason) {
    unable = Optional.of(reason);
    look();
  }

  /** Without the server nobody can be called. */
  void follow(ObservableValue<LinkState> link) {
    link.subscribe(now -> {
      online = now instanceof LinkState.Online;
      look();
    });
  }

  boolean isOnline() {
    return online;
  }

  /** One call at a time; who calls the one that calls them just now takes their call. */
  private void look() {
    CallState now = state.getValue();
    boolean busy = !now.isFree() && !(now instanceof Ringing);
    words.set(
        unable
            .map(texts::hindrance)
            .or(() -> when(busy, texts.already()))
            .or(() -> when(!online, texts.offline())));
  }

  private static Optional<String> when(boolean so, String words) {
    return so ? Optional.of(words) : Optional.empty();
  }
}
