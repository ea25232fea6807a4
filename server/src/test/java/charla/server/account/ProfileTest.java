package charla.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.CloseCode;
import charla.protocol.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfileTest extends AccountCase {
  private Bodies.SignedIn laptop;
  private Bodies.SignedIn phone;

  @BeforeEach
  void anaHasTwoDevices() {
    laptop = register("ana");
    phone = signIn("ana", PASSWORD);
  }

  @Test
  void aPersonSeesAndChangesTheirName() {
    var me = services.profile().edit(caller(laptop), new Bodies.EditMe("Ana Ruiz"));

    assertThat(me).isEqualTo(services.profile().me(caller(phone)));
    assertThat(me.user().displayName()).isEqualTo("Ana Ruiz");
    assertRefused(
        ErrorCode.DISPLAY_NAME_INVALID,
        () -> services.profile().edit(caller(laptop), new Bodies.EditMe("Ana\nRuiz")));
  }

  @Test
  void a9ANewPasswordEndsTheOtherSessionsAndTheirConnections() {
    LoggedSocket here = connect(caller(laptop));
    LoggedSocket there = connect(caller(phone));

    change(PASSWORD, NEW_PASSWORD);

    assertThat(isSignedIn(laptop)).isTrue();
    assertThat(here.closeCodes()).isEmpty();
    assertThat(isSignedIn(phone)).isFalse();
    assertThat(there.closeCodes()).containsExactly(CloseCode.SESSION_ENDED);
    assertRefused(ErrorCode.WRONG_CREDENTIALS, () -> signIn("ana", PASSWORD));
    assertThat(isSignedIn(signIn("ana", NEW_PASSWORD))).isTrue();
  }

  @Test
  void a9WithoutTheOldPasswordNothingChanges() {
    assertRefused(ErrorCode.WRONG_CREDENTIALS, () -> change("not the old one", NEW_PASSWORD));

    assertThat(isSignedIn(phone)).isTrue();
    assertThat(isSignedIn(signIn("ana", PASSWORD))).isTrue();
  }

  @Test
  void a9ANewPasswordIsHeldToTheRules() {
    assertRefused(ErrorCode.PASSWORD_TOO_SHORT, () -> change(PASSWORD, "short"));
    assertRefused(ErrorCode.PASSWORD_TOO_COMMON, () -> change(PASSWORD, "password12"));
    assertThat(isSignedIn(signIn("ana", PASSWORD))).isTrue();
  }

  @Test
  void a6GuessingTheOldPasswordIsThrottledLikeSigningIn() {
    for (int i = 0; i < 5; i++) {
      assertRefused(ErrorCode.WRONG_CREDENTIALS, () -> change("not the old one", NEW_PASSWORD));
    }
    assertRefused(ErrorCode.RATE_LIMITED, () -> change(PASSWORD, NEW_PASSWORD));

    clock.advance(Duration.ofSeconds(1));
    change(PASSWORD, NEW_PASSWORD);
    assertThat(isSignedIn(phone)).isFalse();
  }

  @Test
  void a9ASignInThatOverlapsTheChangeOpensNoSession() {
    Account before = account("ana");
    change(PASSWORD, NEW_PASSWORD);

    assertRefused(
        ErrorCode.WRONG_CREDENTIALS, () -> services.signIn().open(before, "stolen laptop"));
    assertThat(store.sessions().of(before.id())).hasSize(1);
  }

  private void change(String oldPassword, String newPassword) {
    services
        .profile()
        .changePassword(caller(laptop), new Bodies.ChangePassword(oldPassword, newPassword), HERE);
  }
}
