package charla.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ErrorCode;
import charla.protocol.User;
import charla.protocol.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest extends AccountCase {
  private static final UserId NOBODY = new UserId("f".repeat(24));

  private Caller ana;
  private Caller anton;

  @BeforeEach
  void people() {
    ana = caller(register("ana"));
    anton = caller(register("anton"));
    register("bob");
  }

  @Test
  void othersAreFoundByTheBeginningOfTheirNameAndOneselfIsNot() {
    assertThat(services.people().find(ana, " AN ").users())
        .extracting(user -> user.username().value())
        .containsExactly("anton");
  }

  @ParameterizedTest(name = "I3: \"{0}\" finds nobody")
  @ValueSource(strings = {"", " ", ".*", "%", "_", "a%", "{\"$ne\":null}", "' OR 1=1 --", "(a*)*b"})
  void i3TextIsNeverAPattern(String text) {
    assertThat(services.people().find(ana, text).users()).isEmpty();
  }

  @Test
  void textThatIsNoneIsRefusedAndTooMuchFindsNobody() {
    assertRefused(ErrorCode.INVALID_REQUEST, () -> services.people().find(ana, "a\ud800"));
    assertThat(services.people().find(ana, "a".repeat(100_000)).users()).isEmpty();
  }

  @Test
  void whoIsConnectedIsOnline() {
    assertThat(services.people().byId(anton.userId()).online()).isFalse();
    connect(anton);

    assertThat(services.people().byId(anton.userId()))
        .returns(true, User::online)
        .returns(null, User::lastSeen);
  }

  @Test
  void aPersonIsBlockedOnceAndUnblocked() {
    services.people().block(ana, anton.userId());
    services.people().block(ana, anton.userId());
    assertThat(services.people().blocks(ana).users())
        .extracting(User::id)
        .containsExactly(anton.userId());

    services.people().unblock(ana, anton.userId());
    assertThat(services.people().blocks(ana).users()).isEmpty();
  }

  @Test
  void nobodyBlocksThemselvesOrNobody() {
    assertRefused(ErrorCode.INVALID_REQUEST, () -> services.people().block(ana, ana.userId()));
    assertRefused(ErrorCode.NOT_FOUND, () -> services.people().block(ana, NOBODY));
    assertRefused(ErrorCode.NOT_FOUND, () -> services.people().byId(NOBODY));
  }
}
