package charla.server.web;

import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.ClientFrame;
import charla.protocol.ConversationId;
import charla.protocol.ServerFrame;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
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
  private final CallId callToBob;
  private final CallId callToCleo;
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
      callToBob = pastCall(live, bob);
      callToCleo = pastCall(live, cleo);
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

  /** A call of Ana that is over; to the one that the role is about. */
  CallId pastCall(Role role) {
    return role == Role.BLOCKED ? callToCleo : callToBob;
  }

  /** Ana calls Bob, from this device of hers. */
  CallId call(TestLive live) {
    return call(live, person(Role.MEMBER));
  }

  private static CallId call(TestLive live, TestClient callee) {
    CallId id = CallId.random(new SecureRandom());
    live.send(new ClientFrame.StartCall(id, callee.userId()));
    live.next(ServerFrame.CallChanged.class);
    return id;
  }

  private static CallId pastCall(TestLive live, TestClient callee) {
    CallId id = call(live, callee);
    live.send(new ClientFrame.EndCall(id, CallReason.CANCELLED));
    live.next(ServerFrame.NewMessage.class);
    return id;
  }

  @Override
  public void close() {
    ana.close();
    people.values().forEach(TestClient::close);
  }
}
