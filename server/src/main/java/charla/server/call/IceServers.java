package charla.server.call;

import charla.protocol.IceServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The servers that help to find a path, with new credentials each time. Those for TURN are what
 * coturn calls {@code use-auth-secret} (draft-uberti-behave-turn-rest-00): the user name says until
 * when it holds, the password proves that this server made it. They name no person.
 */
public final class IceServers {
  /** As long as a path may be asked for; one that was found lasts as long as the call. */
  static final Duration VALID_FOR = Duration.ofHours(6);

  private static final String HMAC = "HmacSHA1";

  private final Settings settings;
  private final InstantSource clock;
  private final Random random;

  /**
   * @param stun {@code stun:host:port}
   * @param turn {@code turn:…} or {@code turns:…}
   * @param turnSecret shared with the TURN server; null where there is none
   */
  public record Settings(List<String> stun, List<String> turn, @Nullable String turnSecret) {
    public static final Settings NONE = new Settings(List.of(), List.of(), null);

    public Settings {
      stun = List.copyOf(stun);
      turn = List.copyOf(turn);
      if (!turn.isEmpty() && turnSecret == null) {
        throw new IllegalArgumentException("a TURN server without its secret");
      }
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Settings" + stun + turn;
    }
  }

  public IceServers(Settings settings, InstantSource clock, SecureRandom random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /** For one device of one call. */
  List<IceServer> fresh() {
    List<IceServer> servers = new ArrayList<>();
    if (!settings.stun().isEmpty()) {
      servers.add(new IceServer(settings.stun(), null, null));
    }
    if (!settings.turn().isEmpty() && settings.turnSecret() != null) {
      String username = clock.instant().plus(VALID_FOR).getEpochSecond() + ":" + opaque();
      servers.add(
          new IceServer(settings.turn(), username, credential(settings.turnSecret(), username)));
    }
    return servers;
  }

  static String credential(String secret, String username) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String opaque() {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
