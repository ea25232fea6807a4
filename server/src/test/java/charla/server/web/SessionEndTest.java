package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a session ends its live connection ends with it, within two seconds. */
class SessionEndTest extends ServerCase {
  private TestClient administrator;
  private TestClient ana;

  @BeforeEach
  void people() {
    administrator = server().register("administrator");
    ana = server().register("ana");
  }

  @Test
  void t3SigningOutClosesThisDeviceAndNoOther() throws Exception {
    TestLive here = ana.live();
    TestLive there = server().secondDevice(ana).live();

    assertClosed(here, CloseCode.SESSION_ENDED, () -> ana.delete("/sessions/current"));

    there.heardNo(ServerFrame.Resync.class);
    assertThat(ana.get("/me").code()).isEqualTo(ErrorCode.SESSION_ENDED);
  }

  @Test
  void t3SigningOutEverywhereClosesAll() throws Exception {
    TestLive here = ana.live();
    TestLive there = server().secondDevice(ana).live();

    assertClosed(here, CloseCode.SESSION_ENDED, () -> ana.delete("/sessions"));

    assertThat(there.closeCode()).isEqualTo(CloseCode.SESSION_ENDED);
  }

  @Test
  void t3EndingAnotherDevicesSessionClosesThatDevice() throws Exception {
    TestClient phone = server().secondDevice(ana);
    TestLive there = phone.live();

    assertClosed(
        there, CloseCode.SESSION_ENDED, () -> ana.delete("/sessions/" + phone.session().id()));

    assertThat(ana.get("/me").status()).isEqualTo(200);
  }

  @Test
  void t3SuspendingClosesAllAndTheTokenIsWorthNothing() throws Exception {
    TestLive here = ana.live();

    assertClosed(
        here,
        CloseCode.SUSPENDED,
        () ->
            administrator.put(
                "/users/" + ana.userId() + "/suspension", new Bodies.Suspension(true)));

    assertThat(ana.get("/me").code()).isEqualTo(ErrorCode.SESSION_ENDED);
  }

  @Test
  void a9ChangingThePasswordClosesTheOtherDevices() throws Exception {
    TestLive here = ana.live();
    TestLive there = server().secondDevice(ana).live();

    assertClosed(
        there,
        CloseCode.SESSION_ENDED,
        () ->
            ana.post(
                "/me/password",
                new Bodies.ChangePassword(TestClient.PASSWORD, "another horse battery 8")));

    here.heardNo(ServerFrame.Resync.class);
  }

  private static void assertClosed(TestLive live, int code, Callable<?> ending) throws Exception {
    long before = System.nanoTime();
    ending.call();
    assertThat(live.closeCode()).isEqualTo(code);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
  }
}
