package charla.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  /** The words are those of Linux, by which alone the two can be told apart. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Permission denied,        the system gives ports below 1024 only to some
          Address already in use,   another program has it
          """)
  void aPortThatCannotBeUsedSaysWhy(String cause, String why) {
    var failed = new IllegalStateException(new IOException("bind", new BindException(cause)));

    assertThat(Failures.sentence(failed, ServerConfig.parse(Map.of(), "--port=443")))
        .hasMessageContainingAll("Port 443 on 0.0.0.0 cannot be used", why);
  }
}
