package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import charla.server.account.Invites;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@link Invites} promises. */
public abstract class InvitesContract extends FreshStore {
  private static final String CODE = "c".repeat(64);
  private static final Instant TOMORROW = NOW.plusSeconds(86_400);

  private Invites invites() {
    return store().invites();
  }

  @Test
  void anInviteIsGoodForItsUsesAndNoMore() {
    invites().add(CODE, 2, TOMORROW);

    assertThat(invites().redeem(CODE, NOW)).isTrue();
    reopen();
    assertThat(invites().redeem(CODE, NOW)).isTrue();
    assertThat(invites().redeem(CODE, NOW)).isFalse();
  }

  @Test
  void ofFiftyWhoRedeemAtOnceAsManySucceedAsThereAreUses() throws Exception {
    invites().add(CODE, 7, TOMORROW);

    assertThat(Race.of(50, i -> invites().redeem(CODE, NOW))).filteredOn(won -> won).hasSize(7);
  }

  @Test
  void anExpiredInviteIsRefused() {
    invites().add(CODE, 1, NOW);

    assertThat(invites().redeem(CODE, NOW.plusMillis(1))).isFalse();
    assertThat(invites().redeem(CODE, NOW.minusMillis(1))).isTrue();
  }

  @Test
  void anInviteThatNeverWasIsRefused() {
    invites().add(CODE, 1, TOMORROW);

    assertThat(invites().redeem("d".repeat(64), NOW)).isFalse();
    invites().giveBack("d".repeat(64));
    assertThat(invites().redeem("d".repeat(64), NOW)).isFalse();
  }

  @Test
  void aUseThatIsGivenBackCanBeTakenAgain() {
    invites().add(CODE, 1, TOMORROW);
    invites().redeem(CODE, NOW);

    invites().giveBack(CODE);

    assertThat(invites().redeem(CODE, NOW)).isTrue();
    assertThat(invites().redeem(CODE, NOW)).isFalse();
  }
}
