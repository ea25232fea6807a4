package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.CallReason;
import charla.protocol.SessionId;
import charla.protocol.UserId;
import charla.server.call.Calls;
import charla.server.call.StoredCall;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Calls} promises. */
public abstract class CallsContract extends ConversationCase {
  private static final SessionId LAPTOP = new SessionId("1".repeat(24));
  private static final SessionId PHONE = new SessionId("2".repeat(24));

  private Calls calls() {
    return store().calls();
  }

  private static CallId id(int number) {
    return new CallId(String.format("%024x", number));
  }

  /** Ana calls Bob, one second later for each number. */
  private StoredCall dialing(int number) {
    return new StoredCall(
        id(number),
        conversation,
        1,
        Call.State.DIALING,
        ana,
        LAPTOP,
        bob,
        null,
        null,
        NOW.plusSeconds(number),
        null,
        null,
        null);
  }

  private static StoredCall answered(StoredCall before) {
    return new StoredCall(
        before.id(),
        before.conversationId(),
        before.version() + 1,
        Call.State.CONNECTING,
        before.caller(),
        before.callerSession(),
        before.callee(),
        PHONE,
        "Bob's phone",
        before.createdAt(),
        before.createdAt().plusMillis(2_345),
        null,
        null);
  }

  private static StoredCall ended(StoredCall before, CallReason reason) {
    return new StoredCall(
        before.id(),
        before.conversationId(),
        before.version() + 1,
        Call.State.ENDED,
        before.caller(),
        before.callerSession(),
        before.callee(),
        before.calleeSession(),
        before.answeredOn(),
        before.createdAt(),
        before.answeredAt(),
        before.createdAt().plusSeconds(754),
        reason);
  }

  private static StoredCall unanswered(StoredCall call) {
    return new StoredCall(
        call.id(),
        call.conversationId(),
        call.version(),
        Call.State.DIALING,
        call.caller(),
        call.callerSession(),
        call.callee(),
        null,
        null,
        call.createdAt(),
        null,
        null,
        null);
  }

  private StoredCall over(int number, CallReason reason) {
    StoredCall first = dialing(number);
    StoredCall end = ended(first, reason);
    assertThat(calls().add(first)).isTrue();
    assertThat(calls().replace(end)).isTrue();
    return end;
  }

  @Test
  void aCallIsStoredAsItWasAtEveryStep() {
    StoredCall first = dialing(1);
    StoredCall second = answered(first);
    StoredCall third = ended(second, CallReason.COMPLETED);

    assertThat(calls().add(first)).isTrue();
    assertThat(calls().byId(id(1))).contains(first);
    assertThat(calls().replace(second)).isTrue();
    reopen();
    assertThat(calls().byId(id(1))).contains(second);
    assertThat(calls().replace(third)).isTrue();
    reopen();
    assertThat(calls().byId(id(1))).contains(third);
  }

  @Test
  void anIdIsTakenOnce_C9() {
    assertThat(calls().add(dialing(1))).isTrue();

    assertThat(calls().add(ended(dialing(1), CallReason.BUSY))).isFalse();

    assertThat(calls().byId(id(1))).contains(dialing(1));
  }

  @Test
  void nobodyElsesCallIsFound() {
    calls().add(dialing(1));

    assertThat(calls().byId(id(2))).isEmpty();
  }

  @Test
  void onlyTheNextVersionTakesThePlace() {
    StoredCall first = dialing(1);
    calls().add(first);
    calls().replace(answered(first));

    assertThat(calls().replace(ended(first, CallReason.CANCELLED))).isFalse();
    assertThat(calls().replace(ended(answered(answered(first)), CallReason.LOST))).isFalse();
    assertThat(calls().replace(answered(dialing(2)))).isFalse();
    assertThat(calls().byId(id(1))).contains(answered(first));
  }

  @Test
  void anAnswerThatWasWrittenAndNeverHeardOfIsGoneWithTheEnd() {
    StoredCall first = dialing(1);
    StoredCall end = ended(unanswered(answered(first)), CallReason.CANCELLED);
    calls().add(first);
    calls().replace(answered(first));

    assertThat(calls().replace(end)).isTrue();

    assertThat(calls().byId(id(1))).contains(end);
    assertThat(calls().of(first.callee(), null, 10)).containsExactly(end);
  }

  @Test
  void ofManyWhoChangeItAtOnceOneDoes_C8() throws Exception {
    StoredCall first = dialing(1);
    calls().add(first);

    List<Boolean> replaced =
        Race.of(
            16,
            i ->
                calls().replace(i % 2 == 0 ? answered(first) : ended(first, CallReason.CANCELLED)));

    assertThat(replaced).filteredOn(done -> done).hasSize(1);
  }

  @Test
  void whatHasEndedStaysEnded_C2() {
    StoredCall end = over(1, CallReason.DECLINED);

    assertThat(calls().replace(ended(end, CallReason.LOST))).isFalse();
    assertThat(calls().replace(answered(end))).isFalse();
    assertThat(calls().byId(id(1))).contains(end);
  }

  @Test
  void aCallIsUnsettledUntilItHasEndedAndLeftItsLine() {
    StoredCall living = dialing(1);
    calls().add(living);
    StoredCall owing = over(2, CallReason.NO_ANSWER);
    over(3, CallReason.NO_ANSWER);
    calls().settled(id(3));
    reopen();

    assertThat(calls().unsettled()).containsExactly(living, owing);
  }

  @Test
  void bothFindACallThatHasEndedTheNewestFirst() {
    StoredCall first = over(1, CallReason.COMPLETED);
    StoredCall second = over(2, CallReason.CANCELLED);
    calls().add(dialing(3));

    assertThat(calls().of(ana, null, 10)).containsExactly(second, first);
    assertThat(calls().of(bob, null, 10)).containsExactly(second, first);
    assertThat(calls().of(NOBODY, null, 10)).isEmpty();
  }

  @Test
  void aCallThatEndedAtOnceIsListedToo() {
    StoredCall busy =
        new StoredCall(
            id(1),
            conversation,
            1,
            Call.State.ENDED,
            ana,
            LAPTOP,
            bob,
            null,
            null,
            NOW,
            null,
            NOW,
            CallReason.BUSY);

    assertThat(calls().add(busy)).isTrue();

    assertThat(calls().of(bob, null, 10)).containsExactly(busy);
    assertThat(calls().unsettled()).containsExactly(busy);
  }

  @Test
  void pagesGoOnWhereTheOneBeforeEnded() {
    List<StoredCall> all =
        List.of(
            over(4, CallReason.LOST),
            over(3, CallReason.LOST),
            over(2, CallReason.LOST),
            over(1, CallReason.LOST));

    assertThat(calls().of(ana, null, 2)).isEqualTo(all.subList(0, 2));
    assertThat(calls().of(ana, id(3), 2)).isEqualTo(all.subList(2, 4));
    assertThat(calls().of(ana, id(1), 2)).isEmpty();
  }

  @Test
  void callsOfOneMomentAreAllFound() {
    for (int number : List.of(5, 7, 6)) {
      StoredCall first =
          new StoredCall(
              id(number),
              conversation,
              1,
              Call.State.ENDED,
              ana,
              LAPTOP,
              bob,
              null,
              null,
              NOW,
              null,
              NOW,
              CallReason.BUSY);
      calls().add(first);
    }

    assertThat(calls().of(ana, null, 2)).extracting(StoredCall::id).containsExactly(id(7), id(6));
    assertThat(calls().of(ana, id(6), 2)).extracting(StoredCall::id).containsExactly(id(5));
  }

  @Test
  void whoHidesACallHidesItForThemselfOnly() {
    StoredCall end = over(1, CallReason.COMPLETED);

    calls().hide(id(1), ana);
    calls().hide(id(1), ana);
    calls().hide(id(2), ana);

    assertThat(calls().of(ana, null, 10)).isEmpty();
    assertThat(calls().of(bob, null, 10)).containsExactly(end);
    assertThat(calls().byId(id(1))).contains(end);
  }

  @Test
  void aBlockedCallersCallIsNotListedForTheCallee_C15() {
    StoredCall end = over(1, CallReason.NOT_ALLOWED);

    assertThat(calls().of(ana, null, 10)).containsExactly(end);
    assertThat(calls().of(bob, null, 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void everyReasonIsKept(CallReason reason) {
    StoredCall end = over(1, reason);

    assertThat(calls().byId(id(1))).contains(end);
    assertThat(end.listedFor()).contains(ana).doesNotContain(new UserId("f".repeat(24)));
  }
}
