package charla.server.call;

import charla.protocol.ConversationId;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.server.account.Account;
import charla.server.account.Accounts;
import charla.server.account.Sessions;
import charla.server.account.StoredSession;
import charla.server.chat.Conversations;
import charla.server.chat.StoredConversation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is stored of people. */
record StoredDirectory(Accounts accounts, Sessions sessions, Conversations conversations)
    implements Directory {
  @Override
  public Optional<ConversationId> conversationOf(UserId one, UserId other) {
    return conversations.of(one).stream()
        .filter(c -> c.members().size() == 2 && c.member(other).isPresent())
        .map(StoredConversation::id)
        .findFirst();
  }

  @Override
  public boolean blocks(UserId blocker, UserId other) {
    return accounts.blockedBy(blocker).contains(other);
  }

  @Override
  public String deviceName(UserId userId, SessionId device) {
    return sessions.of(userId).stream()
        .filter(session -> session.id().equals(device))
        .map(StoredSession::device)
        .findFirst()
        .orElse("");
  }

  @Override
  public Map<UserId, User> faces(Collection<UserId> ids) {
    return accounts.byIds(ids).stream()
        .map(StoredDirectory::face)
        .collect(Collectors.toMap(User::id, Function.identity()));
  }

  private static User face(Account account) {
    return new User(account.id(), account.username(), account.displayName(), false, null);
  }
}
