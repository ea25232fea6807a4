package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ConversationId;
import charla.protocol.UserId;
import charla.server.chat.Conversations;
import charla.server.chat.Conversations.Opened;
import charla.server.chat.StoredConversation;
import charla.server.chat.StoredConversation.Watermarks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Conversations} promises. */
public abstract class ConversationsContract extends FreshStore {
  private static final ConversationId NO_CONVERSATION = new ConversationId("e".repeat(24));

  private UserId ana;
  private UserId bob;
  private UserId cleo;

  @BeforeEach
  void makePeople() {
    ana = account("ana").id();
    bob = account("bob").id();
    cleo = account("cleo").id();
  }

  private Conversations conversations() {
    return store().conversations();
  }

  private ConversationId anaAndBob() {
    return conversations().direct(ana, bob).conversation().id();
  }

  private Watermarks marks(ConversationId id, UserId userId) {
    return conversations().byId(id).flatMap(c -> c.member(userId)).orElseThrow();
  }

  @Test
  void aNewConversationHasItsTwoMembersAtTheBeginning() {
    Opened opened = conversations().direct(ana, bob);

    assertThat(opened.created()).isTrue();
    assertThat(opened.conversation().members())
        .containsExactlyInAnyOrder(new Watermarks(ana, 0, 0), new Watermarks(bob, 0, 0));
  }

  @Test
  void twoPeopleHaveOneDirectConversationWhoeverOpensIt() {
    StoredConversation first = conversations().direct(ana, bob).conversation();
    reopen();

    assertThat(conversations().direct(bob, ana)).isEqualTo(new Opened(first, false));
    assertThat(conversations().direct(ana, bob)).isEqualTo(new Opened(first, false));
    assertThat(conversations().byId(first.id())).contains(first);
  }

  @Test
  void openingItAtOnceFromBothSidesMakesOne() throws Exception {
    List<Opened> opened =
        Race.of(
            20,
            i -> i % 2 == 0 ? conversations().direct(ana, bob) : conversations().direct(bob, ana));

    assertThat(opened).filteredOn(Opened::created).hasSize(1);
    assertThat(opened)
        .extracting(Opened::conversation)
        .containsOnly(opened.getFirst().conversation());
    assertThat(conversations().of(ana)).hasSize(1);
  }

  @Test
  void aPersonsConversationsAreTheirOwnOnly_Z1() {
    StoredConversation withBob = conversations().direct(ana, bob).conversation();
    StoredConversation withCleo = conversations().direct(cleo, ana).conversation();
    conversations().direct(bob, cleo);

    assertThat(conversations().of(ana)).containsExactlyInAnyOrder(withBob, withCleo);
    assertThat(conversations().of(NOBODY)).isEmpty();
    assertThat(conversations().byId(NO_CONVERSATION)).isEmpty();
  }

  @Test
  void aMarkRisesAndIsKept() {
    ConversationId id = anaAndBob();

    assertThat(conversations().advance(id, ana, 5, 3)).contains(new Watermarks(ana, 5, 3));
    reopen();

    assertThat(marks(id, ana)).isEqualTo(new Watermarks(ana, 5, 3));
    assertThat(marks(id, bob)).isEqualTo(new Watermarks(bob, 0, 0));
  }

  @Test
  void aMarkThatWouldFallStays() {
    ConversationId id = anaAndBob();
    conversations().advance(id, ana, 5, 3);

    assertThat(conversations().advance(id, ana, 4, 0)).isEmpty();
    assertThat(conversations().advance(id, ana, 5, 3)).isEmpty();
    assertThat(conversations().advance(id, ana, 1, 4)).contains(new Watermarks(ana, 5, 4));
    assertThat(conversations().advance(id, ana, 7, 2)).contains(new Watermarks(ana, 7, 4));
    assertThat(marks(id, ana)).isEqualTo(new Watermarks(ana, 7, 4));
  }

  @Test
  void whatIsReadIsDelivered() {
    assertThat(conversations().advance(anaAndBob(), ana, 0, 6)).contains(new Watermarks(ana, 6, 6));
  }

  @Test
  void marksRaisedAtOnceEndAtTheHighest() throws Exception {
    ConversationId id = anaAndBob();

    Race.of(30, i -> conversations().advance(id, ana, i + 1, (i * 7) % 30));

    assertThat(marks(id, ana)).isEqualTo(new Watermarks(ana, 30, 29));
  }

  @Test
  void oneRiseIsAnsweredOnceHoweverManyDevicesSendIt() throws Exception {
    ConversationId id = anaAndBob();

    List<Optional<Watermarks>> answers = Race.of(20, i -> conversations().advance(id, ana, 9, 9));

    assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void aStrangerMovesNoMark_Z4() {
    ConversationId id = anaAndBob();

    assertThat(conversations().advance(id, cleo, 1, 1)).isEmpty();
    assertThat(conversations().advance(NO_CONVERSATION, ana, 1, 1)).isEmpty();
    assertThat(conversations().byId(id).orElseThrow().members()).hasSize(2);
    assertThat(conversations().of(cleo)).isEmpty();
  }
}
