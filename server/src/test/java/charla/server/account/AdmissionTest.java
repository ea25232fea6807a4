package charla.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.protocol.ServerInfo.Registration;
import charla.server.store.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest extends AccountCase {
  @Test
  void theFirstPersonNeedsNoInviteAndTheNextOneDoes() {
    services = services(Registration.INVITE, QUICK);
    register("ana");

    assertRefused(ErrorCode.INVITE_REQUIRED, () -> register("bob"));
    assertRefused(
        ErrorCode.INVITE_INVALID,
        () -> services.registration().register(invited("bob", "7k2p-x0md-93nb-hv4t")));
    assertRefused(
        ErrorCode.INVITE_INVALID,
        () -> services.registration().register(invited("bob", "no code at all")));
  }

  @Test
  void ofManyWhoFindTheServerEmptyOnlyOneComesInWithoutAnInvite() throws Exception {
    services = services(Registration.INVITE, QUICK);

    var codes = Race.of(20, i -> refusal(() -> register("person" + i)));

    assertThat(codes).containsOnlyOnce(Optional.empty());
    assertThat(Collections.frequency(codes, Optional.of(ErrorCode.INVITE_REQUIRED))).isEqualTo(19);
  }

  @Test
  void anInviteIsGoodForItsUsesHoweverItIsTyped() {
    String code = invite(2, 1);

    services.registration().register(invited("bob", code));
    services
        .registration()
        .register(invited("eva", " " + code.toUpperCase(Locale.ROOT).replace("-", " ")));

    assertRefused(
        ErrorCode.INVITE_INVALID, () -> services.registration().register(invited("leo", code)));
  }

  @Test
  void anInviteExpires() {
    String code = invite(2, 1);
    clock.advance(Duration.ofDays(1).plusSeconds(1));

    assertRefused(
        ErrorCode.INVITE_INVALID, () -> services.registration().register(invited("bob", code)));
  }

  @Test
  void aRegistrationThatFailsDoesNotUseUpTheInvite() {
    String code = invite(1, 1);
    var weak = new Bodies.Register("bob", "Bob", "password12", code, "laptop");
    assertRefused(ErrorCode.PASSWORD_TOO_COMMON, () -> services.registration().register(weak));

    assertThat(refusal(() -> services.registration().register(invited("bob", code)))).isEmpty();
  }

  @Test
  void whereRegistrationIsClosedOnlyTheFirstPersonComesIn() {
    String code = invite(1, 1);
    services = services(Registration.CLOSED, QUICK);

    assertRefused(
        ErrorCode.NOT_ALLOWED, () -> services.registration().register(invited("bob", code)));
  }

  @Test
  void onlyAdministratorsInvite() {
    register("ana");
    Caller bob = caller(register("bob"));

    assertRefused(
        ErrorCode.NOT_ALLOWED,
        () -> services.administration().createInvite(bob, new Bodies.NewInvite(1, 1)));
  }

  private String invite(int uses, int validDays) {
    services = services(Registration.INVITE, QUICK);
    Caller ana = caller(register("ana"));
    return services
        .administration()
        .createInvite(ana, new Bodies.NewInvite(uses, validDays))
        .code();
  }
}
