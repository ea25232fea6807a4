package charla.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.server.store.Race;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest extends AccountCase {
  @Test
  void theFirstPersonBecomesAdministratorAndTheSecondDoesNot() {
    assertThat(register("ana").me().administrator()).isTrue();
    assertThat(register("bob").me().administrator()).isFalse();
  }

  @Test
  void whoRegistersIsSignedIn() {
    var ana = register("ana");

    assertThat(caller(ana).userId()).isEqualTo(ana.me().user().id());
    assertThat(ana.session().current()).isTrue();
  }

  @Test
  void a1APasswordOf73BytesIsRefusedAndOneOf72IsNot() {
    String longest = "é".repeat(30) + "quiet-river7";

    assertThat(refusal(() -> register("ana", longest + "!"))).contains(ErrorCode.PASSWORD_TOO_LONG);
    assertThat(refusal(() -> register("ana", longest))).isEmpty();
  }

  @ParameterizedTest(name = "A2: number {index}")
  @ValueSource(
      strings = {"quiet\0river-77-lynx", "quiet\ud800river-77-lynx", "\0\0\0\0\0\0\0\0\0\0"})
  void a2APasswordThatIsNoTextIsRefused(String password) {
    assertThat(refusal(() -> register("ana", password))).contains(ErrorCode.PASSWORD_INVALID);
  }

  @Test
  void a3TenCodePointsAreEnoughAndNineAreNot() {
    assertThat(refusal(() -> register("ana", "kq7vzm2xh"))).contains(ErrorCode.PASSWORD_TOO_SHORT);
    assertThat(refusal(() -> register("ana", "kq7vzm2xhd"))).isEmpty();
    assertThat(refusal(() -> register("bob", "🐝🌵🎲🧭🛶🥁🪁🧩🌋")))
        .contains(ErrorCode.PASSWORD_TOO_SHORT);
  }

  @ParameterizedTest(name = "A3: {0}")
  @ValueSource(
      strings = {
        "password12",
        "Passw0rd123",
        "1234567890",
        "qwertyuiop",
        "1q2w3e4r5t",
        "aaaaaaaaaaaa",
        "iloveyou123",
        "contraseña1",
        "charla1234",
        "Charla2026!",
        "charlacharla",
        "ch4rl4ch4rl4",
        "marisol2026",
        "Marisol-Vega",
        "marisol.vega!",
        "vega-vega-vega",
        "passwordpasswordpasswordpasswordpasswordpassword"
      })
  void a3AnEasilyGuessedPasswordIsRefused(String password) {
    var request = new Bodies.Register("marisol", "Marisol Vega", password, null, "laptop");

    assertRefused(ErrorCode.PASSWORD_TOO_COMMON, () -> services.registration().register(request));
  }

  @ParameterizedTest(name = "A3: {0}")
  @ValueSource(
      strings = {
        "maison verte sous la pluie",
        "the quick llama sings",
        "kq7vzm2xhd",
        "tortuga-lenta-azul",
        "4@8({[</369&#!1/|0$5+7%24@8({[</369&#!1/|0$5+7%24@8({[</369&#!1/|0$5+7%"
      })
  void a3NoMixtureOfCharactersIsAskedFor(String password) {
    assertThat(refusal(() -> register("ana", password))).isEmpty();
  }

  @Test
  void a10OfFiftyWhoWantOneNameOneGetsIt() throws Exception {
    List<String> spellings = List.of("Bob", "bob", "BOB", "ｂｏｂ", " bob ");

    var codes = Race.of(50, i -> refusal(() -> register(spellings.get(i % spellings.size()))));

    assertThat(codes).containsOnlyOnce(Optional.empty());
    assertThat(Collections.frequency(codes, Optional.of(ErrorCode.USERNAME_TAKEN))).isEqualTo(49);
    assertThat(account("bob").administrator()).isTrue();
  }

  @Test
  void aNameThatIsTakenIsNotAvailable() {
    register("ana");

    assertThat(services.registration().usernameAvailable("ANA").available()).isFalse();
    assertThat(services.registration().usernameAvailable("bob").available()).isTrue();
    assertRefused(
        ErrorCode.USERNAME_INVALID, () -> services.registration().usernameAvailable("a b"));
  }

  @ParameterizedTest(name = "I5: {0}, {1}, {2}")
  @CsvSource({
    "раypal, Ana, laptop, USERNAME_INVALID",
    "a, Ana, laptop, USERNAME_INVALID",
    "ana, An\u202ea, laptop, DISPLAY_NAME_INVALID",
    "ana, An\u200ba, laptop, DISPLAY_NAME_INVALID",
    "ana, Ana, lap\u001b[31mtop, INVALID_REQUEST"
  })
  void i5NamesThatDeceiveAreRefused(String name, String shown, String device, ErrorCode code) {
    var request = new Bodies.Register(name, shown, PASSWORD, null, device);

    assertRefused(code, () -> services.registration().register(request));
  }

  private Bodies.SignedIn register(String username, String password) {
    return services.registration().register(registration(username, password));
  }
}
