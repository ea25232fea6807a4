package charla.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.net.ManualTime;
import charla.client.net.Threads;
import charla.client.notice.ProblemTexts;
import charla.client.session.WelcomeInputs.Input;
import charla.client.trust.Trust;
import charla.client.ui.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who tried too often sees how long they have to wait, and when the wait is over. */
class CountdownTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int FREE_TRIES = 5;

  private final ManualTime time = new ManualTime();
  private final List<String> said = new ArrayList<>();
  private final Countdown countdown = new Countdown(time);

  @Test
  void eachSecondSaysWhatIsLeftUntilItIsOver() {
    begin(3);
    time.pass(Duration.ofSeconds(10));

    assertThat(said).containsExactly("3", "2", "1", "over");
  }

  @Test
  void aLaterWaitTakesThePlaceOfTheEarlier() {
    begin(30);
    time.pass(SECOND);
    begin(2);
    time.pass(Duration.ofSeconds(60));

    assertThat(said).containsExactly("30", "29", "2", "1", "over");
  }

  @Test
  void whoTriesAgainIsNotToldOfTheOldWait() {
    begin(3);
    countdown.stop();
    time.pass(Duration.ofSeconds(10));

    assertThat(said).containsExactly("3");
  }

  @Test
  void aRealServersWaitIsCountedDownOnTheCard(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.in(folder.resolve("server"))) {
      WelcomeViewModel card = card(folder.resolve("app"), server);
      for (int i = 0; i <= FREE_TRIES; i++) {
        card.inputs().value(Input.PASSWORD).set("wrong again " + i);
        card.submit();
      }

      assertThat(card.inputs().error(Input.GENERAL).get())
          .isEqualTo("Too many tries. Try again in a second.");
      assertThat(card.waiting().get()).isTrue();
      time.pass(SECOND);
      assertThat(card.inputs().error(Input.GENERAL).get()).isNull();
      assertThat(card.waiting().get()).isFalse();
    }
  }

  @Test
  void aCopiedInviteLeadsToTheFormForAnAccount(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.in(folder.resolve("server"))) {
      WelcomeViewModel card = card(folder.resolve("app"), server);
      card.takeInvite("See you there!");
      assertThat(card.inputs().error(Input.SERVER).get()).startsWith("Copy the invite link");

      card.takeInvite(" " + server.inviteLink() + "\n");

      assertThat(card.form().get()).isEqualTo(WelcomeViewModel.Form.REGISTER);
      assertThat(card.inputs().error(Input.SERVER).get()).isNull();
    }
  }

  private void begin(int seconds) {
    countdown.begin(
        Duration.ofSeconds(seconds),
        left -> said.add(Long.toString(left.toSeconds())),
        () -> said.add("over"));
  }

  private WelcomeViewModel card(Path folder, TestServer server) throws Exception {
    Profile profile = Profile.in(folder);
    Trust trust = new Trust(profile.trust());
    trust.trust(server.address(), server.authority());
    Threads here = new Threads(Runnable::run, Runnable::run, Runnable::run, time);
    SessionService sessions =
        new SessionService(
            profile, trust, new TokenStore(profile.token(), new NoKeyring()), "Test", here, time);
    Texts texts = new Texts(Locale.UK);
    WelcomeViewModel card =
        new WelcomeViewModel(sessions, trust, texts, new ProblemTexts(texts), time, in -> {});
    card.prefill(server.address().toString());
    card.inputs().value(Input.USERNAME).set("ana");
    return card;
  }
}
