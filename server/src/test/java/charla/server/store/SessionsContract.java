package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.account.Sessions;
import charla.server.account.StoredSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Sessions} promises. */
public abstract class SessionsContract extends FreshStore {
  private static final SessionId NO_SESSION = new SessionId("e".repeat(24));

  private UserId ana;
  private UserId bob;

  @BeforeEach
  void makePeople() {
    ana = account("ana").id();
    bob = account("bob").id();
  }

  private Sessions sessions() {
    return store().sessions();
  }

  private StoredSession open(UserId userId, int number, Instant createdAt) {
    return sessions()
        .open(userId, tokenHash(number), "Laptop \u201c" + number + "\u201d", createdAt);
  }

  private static String tokenHash(int number) {
    return String.format("%064x", number);
  }

  @Test
  void anOpenedSessionIsFoundByItsTokensHash() {
    StoredSession session = open(ana, 1, NOW.plusNanos(999));
    reopen();

    assertThat(session.userId()).isEqualTo(ana);
    assertThat(session.createdAt()).isEqualTo(NOW);
    assertThat(session.lastUsed()).isEqualTo(NOW);
    assertThat(sessions().byTokenHash(tokenHash(1))).contains(session);
    assertThat(sessions().byTokenHash(tokenHash(2))).isEmpty();
  }

  @Test
  void onesOwnSessionsComeNewestFirst() {
    StoredSession old = open(ana, 1, NOW.minusSeconds(60));
    StoredSession newest = open(ana, 2, NOW);
    StoredSession middle = open(ana, 3, NOW.minusSeconds(30));
    open(bob, 4, NOW);

    assertThat(sessions().of(ana)).containsExactly(newest, middle, old);
    assertThat(sessions().of(NOBODY)).isEmpty();
  }

  @Test
  void lastUsedNeverMovesBack_D11() {
    StoredSession session = open(ana, 1, NOW);

    sessions().used(session.id(), NOW.plusSeconds(60));
    sessions().used(session.id(), NOW.plusSeconds(30));
    sessions().used(NO_SESSION, NOW.plusSeconds(90));

    Instant lastUsed = sessions().byTokenHash(tokenHash(1)).orElseThrow().lastUsed();
    assertThat(lastUsed).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void anEndedSessionIsGoneAtOnce_T3() {
    StoredSession session = open(ana, 1, NOW);

    assertThat(sessions().end(ana, session.id())).isTrue();
    assertThat(sessions().end(ana, session.id())).isFalse();

    assertThat(sessions().byTokenHash(tokenHash(1))).isEmpty();
    assertThat(sessions().of(ana)).isEmpty();
  }

  @Test
  void nobodyEndsAnotherPersonsSession_Z4() {
    StoredSession session = open(ana, 1, NOW);

    assertThat(sessions().end(bob, session.id())).isFalse();
    assertThat(sessions().byTokenHash(tokenHash(1))).contains(session);
  }

  @Test
  void endingAllSessionsKeepsTheOneExcepted_A9() {
    StoredSession kept = open(ana, 1, NOW);
    StoredSession second = open(ana, 2, NOW);
    StoredSession third = open(ana, 3, NOW);
    StoredSession bobs = open(bob, 4, NOW);

    List<SessionId> ended = sessions().endAll(ana, kept.id());

    assertThat(ended).containsExactlyInAnyOrder(second.id(), third.id());
    assertThat(sessions().of(ana)).containsExactly(kept);
    assertThat(sessions().of(bob)).containsExactly(bobs);
  }

  @Test
  void endingAllSessionsWithoutExceptionKeepsNone_T3() {
    StoredSession first = open(ana, 1, NOW);
    StoredSession bobs = open(bob, 2, NOW);

    assertThat(sessions().endAll(ana, null)).containsExactly(first.id());
    assertThat(sessions().endAll(ana, bobs.id())).isEmpty();
    assertThat(sessions().of(bob)).containsExactly(bobs);
  }

  @Test
  void anUnusedSessionEndsAndAUsedOneStays() {
    StoredSession unused = open(ana, 1, NOW.minus(Duration.ofDays(90)));
    StoredSession used = open(ana, 2, NOW.minus(Duration.ofDays(90)));
    StoredSession young = open(bob, 3, NOW.minus(Duration.ofDays(30)));
    sessions().used(used.id(), NOW);

    List<StoredSession> ended = sessions().endUnusedSince(NOW.minus(Duration.ofDays(30)));

    assertThat(ended).containsExactly(unused);
    assertThat(sessions().of(ana)).extracting(StoredSession::id).containsExactly(used.id());
    assertThat(sessions().of(bob)).containsExactly(young);
  }

  @Test
  void sessionsOpenedAtOnceAreAllKept() throws Exception {
    List<StoredSession> opened = Race.of(20, i -> open(ana, i, NOW));

    assertThat(sessions().of(ana)).containsExactlyInAnyOrderElementsOf(opened);
  }
}
