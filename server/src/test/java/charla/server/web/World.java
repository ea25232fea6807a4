package charla.server.web;

import charla.protocol.ConversationId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ana, who talks with Bob and with Cleo, whom she blocks; and everybody who may come to her door.
 */
final class World implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  enum Role {
    NOBODY,
    STRANGER,
    MEMBER,
    BLOCKED,
    OTHER_DEVICE,
    ADMINISTRATOR
  }

  final TestClient ana;
  final ConversationId withBob;
  final ConversationId withCleo;
  private final Map<Role, TestClient> people = new EnumMap<>(Role.class);

  /**
   * @param administrator the first person who registered
   */
  World(TestServer server, TestClient administrator) {
    int n = COUNT.incrementAndGet();
    ana = server.register("ana" + n);
    TestClient bob = server.register("bob" + n);
    TestClient cleo = server.register("cleo" + n);
    withBob = ana.conversationWith(bob);
    withCleo = ana.conversationWith(cleo);
    try (TestLive live = ana.live()) {
      live.say(withBob, "secret");
      live.say(withCleo, "secret");
    }
    ana.ask("PUT", "/blocks/" + cleo.userId(), BodyPublishers.noBody());
    people.put(Role.NOBODY, server.client());
    people.put(Role.STRANGER, server.register("eve" + n));
    people.put(Role.MEMBER, bob);
    people.put(Role.BLOCKED, cleo);
    people.put(Role.OTHER_DEVICE, server.secondDevice(bob));
    people.put(Role.ADMINISTRATOR, administrator);
  }

  TestClient person(Role role) {
    return Objects.requireNonNull(people.get(role));
  }

  /** The one that the role is about. */
  ConversationId conversation(Role role) {
    return role == Role.BLOCKED ? withCleo : withBob;
  }

  @Override
  public void close() {
    ana.close();
    people.values().forEach(TestClient::close);
  }
}
