package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import charla.server.account.SignInFailures;
import charla.server.account.SignInFailures.Failures;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link SignInFailures} promises. */
public abstract class SignInFailuresContract extends FreshStore {
  private SignInFailures failures() {
    return store().signInFailures();
  }

  @Test
  void failuresAreCountedAcrossARestart_A6() {
    assertThat(failures().of("ana")).isEmpty();
    assertThat(failures().add("ana", NOW.minusSeconds(5))).isEqualTo(failed(1, -5));
    reopen();

    assertThat(failures().add("ana", NOW)).isEqualTo(failed(2, 0));
    assertThat(failures().of("ana")).contains(failed(2, 0));
  }

  @Test
  void concurrentFailuresAreAllCounted_A6() throws Exception {
    List<Failures> counted = Race.of(40, i -> failures().add("ana", NOW));

    assertThat(counted)
        .extracting(Failures::count)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    assertThat(failures().of("ana")).contains(failed(40, 0));
  }

  @Test
  void aClearedKeyStartsAgainAndOthersDoNot() {
    failures().add("ana", NOW);
    failures().add("bob", NOW);

    failures().clear("ana");
    failures().clear("cleo");

    assertThat(failures().of("ana")).isEmpty();
    assertThat(failures().of("bob")).contains(failed(1, 0));
    assertThat(failures().add("ana", NOW)).isEqualTo(failed(1, 0));
  }

  @Test
  void onlyKeysWhoseLastFailureIsOlderAreForgotten() {
    failures().add("old", NOW.minusSeconds(2));
    failures().add("exact", NOW);
    failures().add("again", NOW.minusSeconds(2));
    failures().add("again", NOW.plusSeconds(1));

    failures().forgetBefore(NOW);

    assertThat(failures().of("old")).isEmpty();
    assertThat(failures().of("exact")).contains(failed(1, 0));
    assertThat(failures().of("again")).contains(failed(2, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$where", "a.b.c", "address:2001:db8::1", "{\"$ne\":null}", "' OR 1=1", "%"})
  void aKeyIsPlainText_I3(String key) {
    failures().add("ana", NOW);
    assertThat(failures().of(key)).isEmpty();

    failures().add(key, NOW);

    assertThat(failures().of(key)).contains(failed(1, 0));
    failures().clear(key);
    assertThat(failures().of("ana")).contains(failed(1, 0));
  }

  private static Failures failed(int count, int secondsFromNow) {
    return new Failures(count, NOW.plusSeconds(secondsFromNow));
  }
}
