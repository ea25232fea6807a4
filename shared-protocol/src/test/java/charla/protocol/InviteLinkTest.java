package charla.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteLinkTest {
  private static final String CA = "ab".repeat(32);

  @Test
  void aLinkNamesServerAuthorityAndCode() {
    assertThat(InviteLink.parse("charla://home.lan:9000/?ca=" + CA + "&code=ABCD-EFGH"))
        .contains(
            new InviteLink(
                "home.lan", 9000, Optional.of(new Fingerprint(CA)), Optional.of("ABCD-EFGH")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "charla://home.lan/",
        "charla://[fe80:0:0:0:0:0:0:1]:9000/?code=ABCD",
        "charla://192.0.2.7/?ca=abababababababababababababababababababababababababababababababab",
      })
  void whatIsReadIsWrittenTheSame(String link) {
    assertThat(InviteLink.parse(link).map(InviteLink::toString)).contains(link);
  }

  @ParameterizedTest(name = "K4: {0}")
  @ValueSource(
      strings = {
        "charla://",
        "charla:///",
        "http://home.lan/",
        "charla://home.lan:0/",
        "charla://home.lan:99999/",
        "charla://home.lan/?ca=12",
        "charla://home.lan/?cmd=x",
        "charla://home.lan/?code=a;rm -rf",
        "charla://user@home.lan/",
        "charla://home.lan/../x",
        "charla://home.lan/ x",
      })
  void anythingElseIsNoInvite(String text) {
    assertThat(InviteLink.parse(text)).isEmpty();
  }
}
