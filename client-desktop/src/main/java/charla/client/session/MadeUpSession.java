package charla.client.session;

import charla.client.cache.AccountCache;
import charla.client.cache.CacheException;
import charla.client.cache.KeptConversation;
import charla.client.net.Token;
import charla.client.trust.PrivateFiles;
import charla.client.trust.ServerAddress;
import charla.protocol.Bodies;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.MessageId;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who stays signed in and has conversations, in a profile of their own, so that an
 * installation can rehearse such a start. Their server is not there.
 */
public final class MadeUpSession {
  private static final int CONVERSATIONS = 30;

  /** Nothing listens here: the discard service of old (RFC 863). */
  private static final ServerAddress NOWHERE = new ServerAddress("localhost", 9);

  private final Bodies.Me me = new Bodies.Me(person(0), false);

  /**
   * Blocks.
   *
   * @throws IOException also where somebody real is signed in
   */
  public void keepIn(Profile profile) throws IOException, CacheException {
    if (Files.exists(profile.session())) {
      throw new FileAlreadyExistsException(profile.session().toString());
    }
    Token token = new Token("made-up");
    PrivateFiles.write(profile.token(), token.value().getBytes(StandardCharsets.UTF_8));
    new KeptSession(NOWHERE.host(), NOWHERE.port(), me, TokenPlace.FILE).write(profile.session());
    try (AccountCache cache = AccountCache.open(profile.account(NOWHERE, me.user().id()))) {
      for (int i = 1; i <= CONVERSATIONS; i++) {
        keep(cache, new ConversationId(hex(i, 24)), person(i));
      }
    }
  }

  private void keep(AccountCache cache, ConversationId id, User peer) throws CacheException {
    Instant now = Instant.now();
    cache.conversations().keep(new KeptConversation(id, peer, 1, 1, 1, 0, "", now));
    Message hello =
        new Message(
            new MessageId(id.value()),
            id,
            1,
            new ClientId(id.value() + "0".repeat(8)),
            peer.id(),
            me.user().id(),
            "Hello",
            Message.Status.READ,
            now);
    cache.messages().keep(id, List.of(hello));
  }

  private static User person(int number) {
    return new User(
        new UserId(hex(number, 24)),
        Username.of("person" + number),
        "Person " + number,
        false,
        Instant.now());
  }

  private static String hex(int number, int digits) {
    return String.format("%0" + digits + "x", number);
  }
}
