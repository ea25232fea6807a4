package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import charla.server.account.Account;
import charla.server.account.Accounts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Accounts#find} promises. */
public abstract class FindPeopleContract extends FreshStore {
  private List<String> find(String text) {
    return store().accounts().find(text, 50).stream().map(a -> a.username().value()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ann, maria.l",
    "MARIA, maria.l",
    "maria.l, maria.l",
    "l\u00d3PEZ, maria.l",
    "anna l\u00f3, maria.l",
    "luc, j2",
    "Jean-L, j2",
    "\u0431\u043e\u0440, boris",
    "\ud83e\udd8a, j2",
    "\u03bf\u03b4\u03c5\u03c3, ulysses",
  })
  void aPersonIsFoundByTheBeginningOfTheirNameOrOfAWordOfIt(String text, String found) {
    account("maria.l", "Anna L\u00f3pez");
    account("j2", "Jean-Luc \ud83e\udd8a");
    account("boris", "\u0411\u043e\u0440\u0438\u0441");
    account("ulysses", "\u039f\u03b4\u03c5\u03c3\u03c3\u03b5\u03cd\u03c2");

    assertThat(find(text)).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aria", "opez", "nna", "maria.lx", "aa", "z"})
  void theMiddleOfAWordFindsNobody(String text) {
    account("maria.l", "Anna L\u00f3pez");

    assertThat(find(text)).isEmpty();
  }

  @Test
  void peopleComeInTheOrderOfTheirUserNamesEachOnceUpToTheLimit() {
    account("sam-c", "Sam Samson");
    account("sam-a", "Zoe");
    account("xo", "Sam");
    account("sam-b", "Sam");

    assertThat(find("sam")).containsExactly("sam-a", "sam-b", "sam-c", "xo");
    assertThat(store().accounts().find("sam", 2))
        .extracting(a -> a.username().value())
        .containsExactly("sam-a", "sam-b");
  }

  @Test
  void suspendedPeopleAreLeftOut() {
    Account ana = account("ana");
    store().accounts().setSuspended(ana.id(), true);
    assertThat(find("ana")).isEmpty();

    store().accounts().setSuspended(ana.id(), false);
    assertThat(find("ana")).containsExactly("ana");
  }

  @Test
  void aNewDisplayNameIsFoundAndTheOldOneIsNot() {
    Account ana = account("ana", "Ana Old");
    store().accounts().setDisplayName(ana.id(), "Ana New");

    assertThat(find("new")).containsExactly("ana");
    assertThat(find("old")).isEmpty();
    assertThat(find("ana")).containsExactly("ana");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "_",
        "*",
        "?",
        ".",
        ".*",
        "^",
        "a%",
        "an_",
        "a*",
        "[a]",
        "\\",
        "\\Q",
        "\\E.*",
        "'",
        "\"",
        "' OR 1=1 --",
        "$",
        "$ne",
        "{\"$ne\":null}",
        "{\"$regex\":\".*\"}",
        "(",
        "a|b",
        "^ana"
      })
  void aPatternIsPlainTextThatFindsNobody_I3(String pattern) {
    account("ana", "Ana");
    account("bob", "Bob");

    assertThat(find(pattern)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "_x",
        "*",
        ".*",
        "^a",
        "[a]",
        "\\",
        "\\Q",
        "\\E.*",
        "'",
        "\"x",
        "$ne",
        "{\"$ne\":null}"
      })
  void aPatternFindsWhoIsCalledSo_I4(String pattern) {
    account("ana", "Ana");
    account("odd", pattern);
    account("tail", "Second " + pattern);

    assertThat(find(pattern)).containsExactly("odd", "tail");
  }

  @Test
  void aHostilePatternCostsNoMoreThanAnyText_I4() {
    account("ana", "a".repeat(60));

    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          assertThat(find("^(.*a){14}b$")).isEmpty();
          assertThat(find("%".repeat(10_000))).isEmpty();
          assertThat(find(".*".repeat(5_000))).isEmpty();
        });
  }

  @Test
  void namesWithDollarsDotsAndQuotesAreKeptAsTheyAre_I3() {
    Account odd = account("a.b_c-d", "$set.x'; DROP TABLE users; -- \ud83d\ude00");
    reopen();

    assertThat(store().accounts().byUsername(odd.username())).contains(odd);
    assertThat(find("drop table")).containsExactly("a.b_c-d");
    assertThat(find("a.b_")).containsExactly("a.b_c-d");
  }
}
