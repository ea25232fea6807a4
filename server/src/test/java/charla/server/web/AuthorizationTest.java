package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.CallId;
import charla.protocol.ClientFrame;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import charla.protocol.UserId;
import charla.server.web.World.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who gets what at every endpoint and for every frame. A new one without a row here does not
 * compile, or fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationTest {
  /**
   * Status for nobody, a stranger, a member, a blocked member, another device, an administrator.
   */
  private record Row(int nobody, int stranger, int member, int blocked, int device, int admin) {
    static Row all(int status) {
      return new Row(status, status, status, status, status, status);
    }

    static Row signedIn(int status) {
      return new Row(401, status, status, status, status, status);
    }

    static Row administrator(int status) {
      return new Row(401, 403, 403, 403, 403, status);
    }

    int status(Role role) {
      return switch (role) {
        case NOBODY -> nobody;
        case STRANGER -> stranger;
        case MEMBER -> member;
        case BLOCKED -> blocked;
        case OTHER_DEVICE -> device;
        case ADMINISTRATOR -> admin;
      };
    }
  }

  private static final SecureRandom RANDOM = new SecureRandom();

  private TestServer server;
  private TestClient administrator;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = TestServer.start(folder);
    administrator = server.register("administrator");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<Arguments> endpoints() {
    return Arrays.stream(Endpoint.values())
        .flatMap(e -> Arrays.stream(Role.values()).map(role -> Arguments.of(e, role)));
  }

  static Stream<Arguments> frames() {
    return Arrays.stream(ClientFrame.class.getPermittedSubclasses())
        .flatMap(f ->
            Arrays.stream(Role.values())
                .filter(role -> role != Role.NOBODY)
                .map(role -> Arguments.of(f, role)));
  }

  private static Row expected(Endpoint endpoint) {
    return switch (endpoint) {
      case SERVER_INFO, OPENAPI, USERNAME_AVAILABLE -> Row.all(200);
      case LIVENESS, READINESS -> Row.all(204);
      case REGISTER -> Row.all(409);
      case SIGN_IN -> Row.all(401);
      case FIND_PEOPLE, PERSON, SESSIONS, ME, EDIT_ME, BLOCKS, CONVERSATIONS -> Row.signedIn(200);
      case SIGN_OUT, SIGN_OUT_EVERYWHERE, CHANGE_PASSWORD, BLOCK, UNBLOCK -> Row.signedIn(204);
      case END_SESSION -> new Row(401, 404, 204, 404, 204, 404);
      case SUSPEND -> Row.administrator(204);
      case NEW_INVITE -> Row.administrator(201);
      case OPEN_CONVERSATION -> new Row(401, 200, 200, 403, 200, 200);
      case CONVERSATION, MESSAGES -> new Row(401, 404, 200, 200, 200, 404);
      case CALLS -> Row.signedIn(200);
      case HIDE_CALL -> new Row(401, 404, 204, 204, 204, 404);
    };
  }

  @ParameterizedTest(name = "Z1: {0} as {1}")
  @MethodSource("endpoints")
  void z1EveryEndpointAnswersEverybodyAsTheTableSays(Endpoint endpoint, Role role) {
    try (World world = new World(server, administrator())) {
      var answer =
          world
              .person(role)
              .ask(endpoint.method(), path(endpoint, role, world), body(endpoint, role, world));

      assertThat(answer.status()).as(answer.body()).isEqualTo(expected(endpoint).status(role));
      if (answer.status() >= 400) {
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(answer.refused().code().httpStatus()).isEqualTo(answer.status());
      }
    }
  }

  /** What is refused with; null where it is done. */
  private static @Nullable ErrorCode expected(Class<?> frame, Role role) {
    boolean foreign = role == Role.STRANGER || role == Role.ADMINISTRATOR;
    return switch (frame.getSimpleName()) {
      case "SendMessage" ->
          foreign ? ErrorCode.NOT_FOUND : role == Role.BLOCKED ? ErrorCode.NOT_ALLOWED : null;
      case "Delivered", "Read", "Typing" -> foreign ? ErrorCode.NOT_FOUND : null;
      case "Ping" -> null;
      case "StartCall" -> foreign ? ErrorCode.NOT_FOUND : null;
      case "CallRinging", "AcceptCall", "DeclineCall", "EndCall", "ResumeCall" ->
          foreign || role == Role.BLOCKED ? ErrorCode.NOT_FOUND : null;
      case "CallConnected", "CallSignal" ->
          foreign || role == Role.BLOCKED ? ErrorCode.NOT_FOUND : ErrorCode.NOT_ALLOWED;
      case "Unknown" -> ErrorCode.INVALID_REQUEST;
      default -> throw new AssertionError("no row for " + frame);
    };
  }

  @ParameterizedTest(name = "Z1: {0} from {1}")
  @MethodSource("frames")
  void z1EveryFrameIsTakenFromThoseTheTableSays(Class<?> type, Role role) {
    try (World world = new World(server, administrator())) {
      TestLive anas = world.ana.live();
      TestLive live = world.person(role).live();

      CallId call = isAboutLivingCall(type) ? world.call(anas) : CallId.random(RANDOM);

      live.sendText(frame(type, world.conversation(role), world.ana.userId(), call));

      ErrorCode code = expected(type, role);
      if (code == null) {
        live.heardNo(ServerFrame.Rejected.class);
      } else {
        assertThat(live.next(ServerFrame.Rejected.class).code()).isEqualTo(code);
        anas.heardNo(ServerFrame.NewMessage.class);
        anas.heardNo(ServerFrame.CallChanged.class);
      }
    }
  }

  private TestClient administrator() {
    // Some rows sign out everywhere; whoever is the administrator signs in again.
    return server.secondDevice(administrator);
  }

  private static String path(Endpoint endpoint, Role role, World world) {
    String path =
        endpoint.path().substring("/api/v1".length()).replace("{id}", id(endpoint, role, world));
    return switch (endpoint) {
      case FIND_PEOPLE -> path + "?query=ana";
      case USERNAME_AVAILABLE -> path + "?username=ana";
      default -> path;
    };
  }

  private static String id(Endpoint endpoint, Role role, World world) {
    return switch (endpoint) {
      case CONVERSATION, MESSAGES -> world.conversation(role).value();
      case HIDE_CALL -> world.pastCall(role).value();
      case END_SESSION -> world.person(Role.MEMBER).session().id().value();
      default -> world.ana.userId().value();
    };
  }

  private static java.net.http.HttpRequest.BodyPublisher body(
      Endpoint endpoint, Role role, World world) {
    Object body =
        switch (endpoint) {
          case REGISTER ->
              new Bodies.Register(
                  world.ana.username(), "Ana", TestClient.PASSWORD, null, "a device");
          case SIGN_IN -> new Bodies.SignIn("nobody-" + role, "wrong password", "a device");
          case EDIT_ME -> new Bodies.EditMe("A new name");
          case CHANGE_PASSWORD ->
              new Bodies.ChangePassword(TestClient.PASSWORD, TestClient.PASSWORD);
          case SUSPEND -> new Bodies.Suspension(true);
          case NEW_INVITE -> new Bodies.NewInvite(1, 1);
          case OPEN_CONVERSATION -> new Bodies.OpenConversation(world.ana.userId());
          default -> null;
        };
    return body == null ? BodyPublishers.noBody() : TestClient.json(body);
  }

  private static boolean isAboutLivingCall(Class<?> frame) {
    return ClientFrame.OfCall.class.isAssignableFrom(frame) && frame != ClientFrame.StartCall.class;
  }

  private static String frame(
      Class<?> type, ConversationId conversation, UserId anaId, CallId call) {
    String name = type.getSimpleName();
    String wireName = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    return """
    {"type":"%s","clientId":"%s","conversationId":"%s","content":"hello","seq":1,\
    "callId":"%s","toUser":"%s","reason":"completed","n":1,"signal":{"kind":"hold","held":true},\
    "heardUpTo":0}\
    """
        .formatted(wireName, ClientId.random(RANDOM), conversation, call, anaId);
  }
}
