package charla.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charla.protocol.ServerInfo.Registration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ParameterException;

class ServerConfigTest {
  @TempDir Path folder;

  @Test
  void withoutOptionsEverythingHasItsDefault() {
    ServerConfig config = ServerConfig.parse(Map.of());

    assertThat(config.port()).isEqualTo(8443);
    assertThat(config.registration()).isEqualTo(Registration.OPEN);
    assertThat(config.mongodb()).isEmpty();
    assertThat(config.plainHttp()).isFalse();
  }

  @Test
  void aFlagBeatsTheEnvironmentWhichBeatsTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("c.properties"), "port=1\ntitle=file\nlisten=::1");
    Map<String, String> environment =
        Map.of("CHARLA_CONFIG", file.toString(), "CHARLA_PORT", "2", "CHARLA_TITLE", "environment");

    ServerConfig config = ServerConfig.parse(environment, "--port", "3");

    assertThat(config.port()).isEqualTo(3);
    assertThat(config.title()).isEqualTo("environment");
    assertThat(config.listen()).isEqualTo("::1");
  }

  @ParameterizedTest(name = "{0} says {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port 70000                 | ports go from 0 to 65535
          --port many                  | is not
          --registration sometimes     | sometimes
          --certificate x.pem          | go together
          --database postgres://x      | not a mongodb:// address
          --plain-http                 | in the clear
          --config none.properties     | cannot be read
          --prot 1                     | --prot
          """)
  void aMistakeIsSaidInASentence(String arguments, String words) {
    assertThatThrownBy(() -> ServerConfig.parse(Map.of(), arguments.split(" ", -1)))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(words);
  }

  @Test
  void anUnknownNameInTheFileIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("c.properties"), "prot=1");

    assertThatThrownBy(() -> ServerConfig.parse(Map.of(), "--config", file.toString()))
        .hasMessageContaining("prot");
  }

  @Test
  void x1PlainHttpIsAllowedOnLoopbackOnly() {
    assertThat(ServerConfig.parse(Map.of(), "--plain-http", "--listen", "127.0.0.1").plainHttp())
        .isTrue();
  }
}
