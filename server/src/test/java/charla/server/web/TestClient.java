package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.UserId;
import charla.protocol.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One device of one person, as seen from outside: REST here, the live connection by {@link #live}.
 */
public final class TestClient implements AutoCloseable {
  public static final String PASSWORD = "correct horse battery 7";

  private final URI server;
  private final @Nullable SSLContext trust;
  private final HttpClient http;
  private final List<TestLive> lives = new ArrayList<>();
  private Bodies.@Nullable SignedIn signedIn;

  public TestClient(URI server) {
    this(server, null);
  }

  public TestClient(URI server, @Nullable SSLContext trust) {
    this.server = server;
    this.trust = trust;
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    this.http = (trust == null ? builder : builder.sslContext(trust)).build();
  }

  /** The same device, still signed in, where the server is now. */
  public TestClient at(URI elsewhere) {
    TestClient moved = new TestClient(elsewhere, trust);
    moved.signedIn = signedIn;
    return moved;
  }

  /** What came back. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public <T> T as(Class<T> type) {
      assertThat(status()).as(body()).isBetween(200, 299);
      return read(body(), type);
    }

    public Bodies.Refused refused() {
      assertThat(status()).as(body()).isGreaterThanOrEqualTo(400);
      return read(body(), Bodies.Failure.class).error();
    }

    public ErrorCode code() {
      return refused().code();
    }

    private static <T> T read(String json, Class<T> type) {
      try {
        return Wire.read(json, type);
      } catch (Wire.MalformedException e) {
        throw new AssertionError(e.getMessage() + ": " + json);
      }
    }
  }

  public void register(String username) {
    signedIn =
        post("/users", new Bodies.Register(username, username, PASSWORD, null, "test"))
            .as(Bodies.SignedIn.class);
  }

  public void signIn(String username) {
    signedIn =
        post("/sessions", new Bodies.SignIn(username, PASSWORD, "test")).as(Bodies.SignedIn.class);
  }

  public Answer get(String path) {
    return ask("GET", path, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return ask("DELETE", path, BodyPublishers.noBody());
  }

  public Answer post(String path, Object body) {
    return ask("POST", path, json(body));
  }

  public Answer put(String path, Object body) {
    return ask("PUT", path, json(body));
  }

  public Answer patch(String path, Object body) {
    return ask("PATCH", path, json(body));
  }

  /**
   * @param path behind {@link Limits#API}
   */
  public Answer ask(String method, String path, BodyPublisher body) {
    return send(request(path).method(method, body));
  }

  /** A request that the test may bend before it is sent. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(Limits.API + path))
            .header("Content-Type", "application/json");
    return signedIn == null
        ? request
        : request.header("Authorization", "Bearer " + signedIn.token());
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public ConversationId conversationWith(TestClient other) {
    return post("/conversations", new Bodies.OpenConversation(other.userId()))
        .as(Conversation.class)
        .id();
  }

  /** Opens a live connection and takes the welcome. */
  public TestLive live() {
    TestLive live = TestLive.open(http, server, token());
    lives.add(live);
    return live;
  }

  /** Opens a live connection with an ear of the test's own. */
  public WebSocket live(WebSocket.Listener ear) {
    return TestLive.connect(http, server, token(), ear);
  }

  public UserId userId() {
    return whoIAm().me().user().id();
  }

  public String username() {
    return whoIAm().me().user().username().value();
  }

  public Bodies.Session session() {
    return whoIAm().session();
  }

  public String token() {
    return whoIAm().token();
  }

  private Bodies.SignedIn whoIAm() {
    return Objects.requireNonNull(signedIn, "nobody is signed in");
  }

  static BodyPublisher json(Object body) {
    return BodyPublishers.ofString(body instanceof String raw ? raw : Wire.write(body));
  }

  @Override
  public void close() {
    lives.forEach(TestLive::close);
    http.shutdownNow();
    http.close();
  }
}
