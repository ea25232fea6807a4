package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.UserId;
import charla.protocol.Username;
import charla.server.account.Account;
import charla.server.account.Accounts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Accounts} promises of one account; {@link FindPeopleContract} has the rest. */
public abstract class AccountsContract extends FreshStore {
  private Accounts accounts() {
    return store().accounts();
  }

  @Test
  void aNewAccountIsFoundByIdAndByName() {
    Account ana = account("ana", "Ana María");

    assertThat(ana.displayName()).isEqualTo("Ana María");
    assertThat(ana.createdAt()).isEqualTo(NOW);
    assertThat(ana.lastSeen()).isNull();
    assertThat(ana.suspended()).isFalse();
    assertThat(accounts().byId(ana.id())).contains(ana);
    assertThat(accounts().byUsername(ana.username())).contains(ana);
  }

  @Test
  void aTakenNameMakesNoSecondAccount() {
    Account first = account("ana");

    Optional<Account> second = accounts().create(first.username(), "Another", "$2a$12$other", NOW);

    assertThat(second).isEmpty();
    assertThat(accounts().byUsername(first.username())).contains(first);
  }

  @Test
  void ofFiftyWhoWantOneNameExactlyOneGetsIt_A10() throws Exception {
    Username bob = new Username("bob");

    List<Optional<Account>> made =
        Race.of(50, i -> accounts().create(bob, "Bob " + i, "$2a$12$hash", NOW));

    List<Account> winners = made.stream().flatMap(Optional::stream).toList();
    assertThat(winners).hasSize(1);
    assertThat(accounts().byUsername(bob)).contains(winners.getFirst());
  }

  @Test
  void ofTwentyWhoRegisterFirstExactlyOneIsAdministrator() throws Exception {
    List<Account> made = Race.of(20, i -> account("person" + i));

    assertThat(made).filteredOn(Account::administrator).hasSize(1);
    List<UserId> ids = made.stream().map(Account::id).toList();
    assertThat(accounts().byIds(ids)).containsExactlyInAnyOrderElementsOf(made);
  }

  @Test
  void onlyTheFirstAccountIsAdministratorAlsoAfterReopening() {
    Account first = account("first");
    reopen();
    Account second = account("second");

    assertThat(first.administrator()).isTrue();
    assertThat(second.administrator()).isFalse();
  }

  @Test
  void aStoreIsEmptyUntilItsFirstAccount() {
    assertThat(accounts().isEmpty()).isTrue();
    account("ana");
    assertThat(accounts().isEmpty()).isFalse();
  }

  @Test
  void ofSeveralIdsThoseThatExistAreFound() {
    Account ana = account("ana");
    Account bob = account("bob");
    account("cleo");

    assertThat(accounts().byIds(List.of(bob.id(), NOBODY, ana.id(), ana.id())))
        .containsExactlyInAnyOrder(ana, bob);
    assertThat(accounts().byIds(List.of())).isEmpty();
  }

  @Test
  void whatChangesIsReadBackAfterReopening() {
    Account ana = account("ana");

    accounts().setDisplayName(ana.id(), "Ana \"O'Hara\" $x.y {}");
    accounts().setPasswordHash(ana.id(), "$2a$12$new");
    accounts().setSuspended(ana.id(), true);
    accounts().setLastSeen(ana.id(), NOW);
    reopen();

    Account expected =
        new Account(
            ana.id(),
            ana.username(),
            "Ana \"O'Hara\" $x.y {}",
            "$2a$12$new",
            true,
            true,
            ana.createdAt(),
            NOW);
    assertThat(accounts().byId(ana.id())).contains(expected);
  }

  @Test
  void aSuspensionIsLifted() {
    Account ana = account("ana");
    accounts().setSuspended(ana.id(), true);
    accounts().setSuspended(ana.id(), false);

    assertThat(accounts().byId(ana.id())).contains(ana);
  }

  @Test
  void lastSeenNeverMovesBack_D11() {
    Account ana = account("ana");
    accounts().setLastSeen(ana.id(), NOW);
    accounts().setLastSeen(ana.id(), NOW.minusSeconds(60));

    assertThat(accounts().byId(ana.id()).orElseThrow().lastSeen()).isEqualTo(NOW);
  }

  @Test
  void timesAreKeptToTheMillisecondFromTheFirstAnswerOn() {
    Username ana = new Username("ana");

    Account made = accounts().create(ana, "Ana", "$2a$12$x", NOW.plusNanos(456_789)).orElseThrow();

    assertThat(made.createdAt()).isEqualTo(NOW);
    assertThat(accounts().byUsername(ana)).contains(made);
  }

  @Test
  void whoIsBlockedStaysBlockedUntilUnblocked() {
    UserId ana = account("ana").id();
    UserId bob = account("bob").id();
    UserId cleo = account("cleo").id();

    accounts().block(ana, bob);
    accounts().block(ana, bob);
    accounts().block(ana, cleo);
    reopen();
    assertThat(accounts().blockedBy(ana)).containsExactlyInAnyOrder(bob, cleo);
    assertThat(accounts().blockedBy(bob)).isEmpty();

    accounts().unblock(ana, bob);
    accounts().unblock(ana, bob);
    assertThat(accounts().blockedBy(ana)).containsExactly(cleo);
  }

  @Test
  void aUserIdThatDoesNotExistChangesNothing() {
    Account ana = account("ana");

    accounts().setDisplayName(NOBODY, "Nobody");
    accounts().setPasswordHash(NOBODY, "$2a$12$none");
    accounts().setSuspended(NOBODY, true);
    accounts().setLastSeen(NOBODY, NOW);
    accounts().block(NOBODY, ana.id());
    accounts().block(ana.id(), NOBODY);
    accounts().unblock(ana.id(), NOBODY);

    assertThat(accounts().byId(NOBODY)).isEmpty();
    assertThat(accounts().blockedBy(NOBODY)).isEmpty();
    assertThat(accounts().blockedBy(ana.id())).isEmpty();
    assertThat(accounts().byId(ana.id())).contains(ana);
    assertThat(accounts().find("nobody", 10)).isEmpty();
  }
}
