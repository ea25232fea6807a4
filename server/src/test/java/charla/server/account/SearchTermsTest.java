package charla.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Username;
import org.junit.jupiter.api.Test;

class SearchTermsTest {
  @Test
  void everyWordOfTheDisplayNameStartsATerm() {
    assertThat(SearchTerms.of(new Username("j2"), "Jean-Luc  O'Hara"))
        .containsExactlyInAnyOrder("j2", "jean-luc  o'hara", "luc  o'hara", "o'hara", "hara");
  }

  @Test
  void aSignAtTheStartBelongsToTheTerm() {
    assertThat(SearchTerms.of(new Username("j2"), "%_x \ud83e\udd8a"))
        .containsExactlyInAnyOrder(
            "j2", "%_x \ud83e\udd8a", "_x \ud83e\udd8a", "x \ud83e\udd8a", "\ud83e\udd8a");
  }

  @Test
  void letterCaseWidthAndCompositionMakeNoDifference() {
    assertThat(SearchTerms.folded("STRASSE")).isEqualTo(SearchTerms.folded("stra\u00dfe"));
    assertThat(SearchTerms.folded("\uff21\uff4e\uff41")).isEqualTo("ana");
    assertThat(SearchTerms.folded("E\u0301va")).isEqualTo(SearchTerms.folded("\u00e9VA"));
  }
}
