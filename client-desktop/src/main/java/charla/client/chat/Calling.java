package charla.client.chat;

import charla.protocol.User;
import charla.protocol.UserId;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** How the chats call somebody. FX thread only. */
public interface Calling {
  void call(User peer);

  /** Why nobody can be called from here, in words; empty when they can. */
  ObservableValue<Optional<String>> hindrance();

  /** Whom this person talks with just now. */
  ObservableValue<Optional<UserId>> talkingWith();
}
