package charla.client.chat.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  /** Links stand in brackets, with the host that they lead to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no link here                     | no link here
          see https://a.example/x?y=1#z ok | see [https://a.example/x?y=1#z -> a.example] ok
          HTTP://A.example                 | [HTTP://A.example -> a.example]
          (https://a.example/b).           | ([https://a.example/b -> a.example]).
          https://a.example/b_(c)          | [https://a.example/b_(c) -> a.example]
          https://a.example, and more      | [https://a.example -> a.example], and more
          https://a.example:8443/          | [https://a.example:8443/ -> a.example]
          """)
  void linksOfHttpAndHttpsAreFound(String text, String parts) {
    assertThat(show(text)).isEqualTo(parts);
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)",
    "file:///etc/passwd",
    "charla://join",
    "ftp://a.example",
    "https://",
    "https://bank.example@evil.example/",
    "https://bank.example:443@evil.example/",
    "xhttps://a.example"
  })
  void k2NothingElseIsALink(String text) {
    assertThat(show(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "https://bаnk.example/,xn--bnk-6cd.example",
    "https://españa.example/,xn--espaa-rta.example"
  })
  void k2AHostWithForeignLettersIsShownAsTheNetworkKnowsIt(String text, String host) {
    assertThat(show(text)).isEqualTo("[" + text + " -> " + host + "]");
  }

  private static String show(String text) {
    return Links.split(text).stream()
        .map(part ->
            part.target()
                .map(target -> "[" + part.text() + " -> " + Links.host(target) + "]")
                .orElse(part.text()))
        .collect(Collectors.joining());
  }
}
