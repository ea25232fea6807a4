package charla.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charla.protocol.ServerInfo.Registration;
import charla.server.call.IceServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
          --stun chat.example          | no such address
          --turn http://chat.example   | no such address
          --turn turn:chat.example     | go together
          --turn-secret-file x         | go together
          --prot 1                     | --prot
          """)
  void aMistakeIsSaidInASentence(String arguments, String words) {
    assertThatThrownBy(() -> ServerConfig.parse(Map.of(), arguments.split(" ", -1)))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(words);
  }

  @Test
  void callsAreHelpedByTheServersThatAreNamed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "0123456789abcdef\n");

    ServerConfig config =
        ServerConfig.parse(
            Map.of("CHARLA_STUN", "stun:a:3478,stun:b:3478"),
            "--turn=turn:a:3478?transport=udp",
            "--turn=turns:a:5349?transport=tcp",
            "--turn-secret-file=" + secret);

    assertThat(config.iceServers())
        .isEqualTo(
            new IceServers.Settings(
                List.of("stun:a:3478", "stun:b:3478"),
                List.of("turn:a:3478?transport=udp", "turns:a:5349?transport=tcp"),
                "0123456789abcdef"));
    assertThat(config.iceServers().toString()).doesNotContain("0123456789abcdef");
    assertThat(ServerConfig.parse(Map.of()).iceServers()).isEqualTo(IceServers.Settings.NONE);
  }

  @Test
  void aSecretThatIsTooShortOrMissingIsSaid() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "short");

    for (Path file : List.of(secret, folder.resolve("none"))) {
      assertThatThrownBy(
              () -> ServerConfig.parse(Map.of(), "--turn=turn:a", "--turn-secret-file=" + file))
          .isInstanceOf(ParameterException.class)
          .hasMessageContaining("less than 16 characters");
    }
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
