package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import charla.server.refusal.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** A server that takes few requests and frames at once. */
class FramePaceTest extends ServerCase {
  private static final int FEW = 20;

  @Override
  TestServer start(Path folder) {
    return TestServer.start(folder, FramePaceTest::slow);
  }

  private static Pace slow(LongSupplier time) {
    Pace usual = Pace.usual(time);
    return new Pace(
        usual.perAddress(),
        new RateLimit<>(FEW, Duration.ofMinutes(1), time),
        new RateLimit<>(FEW, Duration.ofSeconds(1), time),
        usual.scraps());
  }

  @Test
  void framesFasterThanAllowedAreRefusedWithTheTimeToWaitAndTheConnectionStays() {
    TestLive live = server().register("ana").live();

    for (int i = 0; i <= FEW; i++) {
      live.sendText("{\"type\":\"ping\"}");
    }

    ServerFrame.Rejected refused = live.next(ServerFrame.Rejected.class);
    assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(refused.retryAfterSeconds()).isEqualTo(1);
    live.heardNo(ServerFrame.Rejected.class);
  }

  @Test
  void requestsFasterThanAllowedAreRefusedWithTheTimeToWaitAndNobodyElseIs() {
    TestClient ana = server().register("ana");
    for (int i = 0; i < FEW; i++) {
      assertThat(ana.get("/me").status()).isEqualTo(200);
    }

    TestClient.Answer refused = ana.get("/me");

    assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(50, 60);
    assertThat(server().register("bob").get("/me").status()).isEqualTo(200);
  }
}
