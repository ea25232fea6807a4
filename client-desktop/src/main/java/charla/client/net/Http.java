package charla.client.net;

import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.client.trust.ServerAddress;
import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Wire;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one server, as JSON both ways: with a time limit, a size limit, no redirects, and
 * every failure as a {@link Problem}. Any thread that may block.
 */
final class Http implements AutoCloseable {
  static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  /** A page of the longest messages fits in, with room to spare. */
  static final long ANSWER_BYTES_MAX = 16L * 1024 * 1024;

  private final ServerAddress address;
  private final SSLContext tls;
  private final @Nullable Token token;
  private @Nullable HttpClient client;
  private boolean closed;

  /**
   * @param token null for what anybody may ask
   */
  Http(ServerAddress address, SSLContext tls, @Nullable Token token) {
    this.address = address;
    this.tls = tls;
    this.token = token;
  }

  <T> T get(String path, Class<T> answer) throws ProblemException {
    return read(ask(request(path).GET().build()), answer);
  }

  <T> T send(String method, String path, Object body, Class<T> answer) throws ProblemException {
    return read(ask(withBody(method, path, body)), answer);
  }

  /** For what is answered with nothing. */
  void send(String method, String path, Object body) throws ProblemException {
    ask(withBody(method, path, body));
  }

  void send(String method, String path) throws ProblemException {
    ask(request(path).method(method, BodyPublishers.noBody()).build());
  }

  /**
   * What is under way fails, and the next request goes over a new connection: the network may have
   * changed, and then the old ones lead nowhere without saying so.
   */
  synchronized void forgetConnections() {
    if (client != null) {
      client.shutdownNow();
      client = null;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    forgetConnections();
  }

  private synchronized HttpClient client() throws ProblemException {
    if (closed) {
      throw new ProblemException(new Problem.Unreachable(address.toString()));
    }
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .sslContext(tls)
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(CONNECT_WITHIN)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    }
    return client;
  }

  private HttpRequest withBody(String method, String path, Object body) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(Wire.write(body)))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.uri("https", Limits.API + path));
    if (token != null) {
      request.header("Authorization", token.header());
    }
    return request;
  }

  private byte[] ask(HttpRequest request) throws ProblemException {
    HttpResponse<byte[]> response = exchange(request);
    if (response.statusCode() / 100 == 2) {
      return response.body();
    }
    Bodies.Refused refused = read(response.body(), Bodies.Failure.class).error();
    throw new ProblemException(problemOf(refused));
  }

  /** The client's own time-outs end with the headers; this one covers the body too. */
  private HttpResponse<byte[]> exchange(HttpRequest request) throws ProblemException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client()
            .sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
    try {
      return answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new ProblemException(Failures.ofRequest(address, e), e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ProblemException(new Problem.Unreachable(address.toString()), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ProblemException(new Problem.Unreachable(address.toString()), e);
    }
  }

  private <T> T read(byte[] body, Class<T> type) throws ProblemException {
    try {
      return Wire.read(body, type);
    } catch (Wire.MalformedException e) {
      throw new ProblemException(new Problem.NotCharla(address.toString()), e);
    }
  }

  private Problem problemOf(Bodies.Refused refused) {
    return switch (refused.code()) {
      case SESSION_ENDED -> new Problem.SessionEnded();
      case CLIENT_TOO_OLD -> new Problem.WrongVersion(address.toString(), 0);
      case ErrorCode code ->
          new Problem.Refused(
              code, Optional.ofNullable(refused.retryAfterSeconds()).map(Duration::ofSeconds));
    };
  }
}
