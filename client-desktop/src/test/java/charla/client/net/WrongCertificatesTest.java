package charla.client.net;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.net.TlsListener.Shown;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.client.trust.ServerAddress;
import charla.client.trust.Trust;
import charla.protocol.ServerFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * X2, X4: a server that shows the wrong certificate hears nothing at all, neither by HTTP nor by
 * WebSocket, and the person hears why.
 */
class WrongCertificatesTest {
  private static final Token TOKEN = new Token("secret");
  private static final Threads NO_THREADS =
      new Threads(Runnable::run, Runnable::run, Runnable::run, new ManualTime());

  /** The two ways to speak to a server, each as the problem it ends with. */
  enum Way {
    HTTP {
      @Override
      Problem problem(ServerAddress address, Trust trust) {
        try (ServerClient client = new ServerClient(address, trust)) {
          Api api = client.as(TOKEN, NO_THREADS, InstantSource.system()).api();
          return failure(Outcome.of(api::me));
        }
      }
    },
    WEBSOCKET {
      @Override
      Problem problem(ServerAddress address, Trust trust) {
        CompletableFuture<Problem> problem = new CompletableFuture<>();
        try (AppThreads threads = new AppThreads(Runnable::run);
            ServerClient client = new ServerClient(address, trust);
            Live live = client.as(TOKEN, threads.threads(), InstantSource.system()).live()) {
          live.start(ending(problem));
          return problem.orTimeout(20, TimeUnit.SECONDS).join();
        }
      }
    };

    abstract Problem problem(ServerAddress address, Trust trust);
  }

  @TempDir Path folder;
  private Trust trust;

  @BeforeEach
  void trustNobody() {
    trust = new Trust(folder.resolve("trust.properties"));
  }

  @ParameterizedTest
  @EnumSource
  void x2AFirstContactIsAQuestionAndNothingIsSent(Way way) throws IOException {
    Shown good = good("good");
    try (TlsListener server = TlsListener.showing(good, "")) {
      assertThat(way.problem(server.address(), trust))
          .isEqualTo(new Problem.NotTrusted(server.address().toString(), good.authority()));
      assertThat(server.told()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void x4AnotherAuthorityThanThePinnedOneIsAFullStopAndNothingIsSent(Way way) throws IOException {
    Shown old = good("old");
    Shown fresh = good("new");
    try (TlsListener server = TlsListener.showing(fresh, "")) {
      trust.trust(server.address(), old.authority());

      assertThat(way.problem(server.address(), trust))
          .isEqualTo(
              new Problem.CertificateChanged(
                  server.address().toString(), old.authority(), fresh.authority()));
      assertThat(server.told()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void x2AWrongHostNameIsRefusedAndNothingIsSent(Way way) throws IOException {
    Shown other = Shown.made(folder.resolve("other"), Clock.systemUTC(), "elsewhere.example");
    try (TlsListener server = TlsListener.showing(other, "")) {
      trust.trust(server.address(), other.authority());

      assertThat(way.problem(server.address(), trust))
          .isEqualTo(new Problem.WrongHostName(server.address().toString()));
      assertThat(server.told()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void x2AnExpiredCertificateIsRefusedAndNothingIsSent(Way way) throws IOException {
    Shown expired = Shown.expired(folder.resolve("expired"), "localhost");
    try (TlsListener server = TlsListener.showing(expired, "")) {
      trust.trust(server.address(), expired.authority());

      assertThat(way.problem(server.address(), trust))
          .isEqualTo(new Problem.Expired(server.address().toString()));
      assertThat(server.told()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void x2AStolenChainUnderAForeignKeyIsRefusedAndNothingIsSent(Way way) throws Exception {
    Shown real = good("real");
    Shown forged = Forgery.withAuthorityOf(real, good("thief"));
    try (TlsListener server = TlsListener.showing(forged, "")) {
      trust.trust(server.address(), real.authority());

      assertThat(way.problem(server.address(), trust))
          .isEqualTo(new Problem.Insecure(server.address().toString()));
      assertThat(server.told()).isZero();
    }
  }

  @Test
  void aRenewedCertificateUnderTheSameAuthorityAsksNothing() throws IOException {
    Shown first = good("renewed");
    Shown renewed =
        Shown.made(folder.resolve("renewed"), Clock.systemUTC(), "localhost", "newname.example");
    String info =
        TlsListener.http(
            200,
            """
            {"product":"charla","version":"1","apiVersion":1,"name":"x","registration":"open",\
            "empty":false}\
            """);
    try (TlsListener server = TlsListener.showing(renewed, info);
        ServerClient client = new ServerClient(server.address(), trust)) {
      trust.trust(server.address(), first.authority());

      assertThat(Outcome.of(client::info)).isInstanceOf(Outcome.Success.class);
    }
  }

  private Shown good(String name) throws IOException {
    return Shown.made(folder.resolve(name), Clock.systemUTC(), "localhost");
  }

  private static Problem failure(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Failure<?>(Problem problem) -> problem;
      case Outcome.Success<?> _ -> throw new AssertionError("it was believed");
    };
  }

  private static Live.Listener ending(CompletableFuture<Problem> problem) {
    return new Live.Listener() {
      @Override
      public void state(LinkState state) {
        switch (state) {
          case LinkState.Waiting(var _, Problem why) -> problem.complete(why);
          case LinkState.Stopped(Problem why) -> problem.complete(why);
          case LinkState.Online _ ->
              problem.completeExceptionally(new AssertionError("it was believed"));
          case LinkState.Connecting _ -> {}
        }
      }

      @Override
      public void frame(ServerFrame frame) {}
    };
  }
}
