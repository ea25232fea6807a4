package charla.server.call;

import charla.protocol.ConversationId;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Port: what calling has to know of people. Every method may block and is safe for any thread. */
public interface Directory {
  /** The conversation of these two; empty when they have none, or there is no such person. */
  Optional<ConversationId> conversationOf(UserId one, UserId other);

  boolean blocks(UserId blocker, UserId other);

  /** What a device is called; blank when it is signed out by now. */
  String deviceName(UserId userId, SessionId device);

  /** These people without their presence: a call tells nobody who is online. */
  Map<UserId, User> faces(Collection<UserId> ids);
}
