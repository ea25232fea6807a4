package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.server.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Store} itself promises. */
public abstract class StoreContract extends ConversationCase {
  @Test
  void theEpochStaysAcrossARestart() {
    String epoch = store().epoch();
    reopen();

    assertThat(epoch).isNotBlank();
    assertThat(store().epoch()).isEqualTo(epoch);
  }

  @Test
  void aLogThatWasPutBackIsAnotherOne() {
    String epoch = store().epoch();
    store().beginEpoch();
    reopen();

    assertThat(store().epoch()).isNotBlank().isNotEqualTo(epoch);
  }

  @Test
  void anOpenStoreIsReadyAndAClosedOneIsNot() {
    assertThat(store().isReady()).isTrue();
    store().close();
    assertThat(store().isReady()).isFalse();
  }

  @Test
  void closingTwiceIsClosingOnce() {
    append(1, "Hello");
    store().close();
    store().close();
    reopen();

    assertThat(messages().last(conversation)).isPresent();
  }

  @Test
  void aClosedStoreIsUnavailableToReadersAndWriters() {
    store().close();

    assertRefused(ErrorCode.UNAVAILABLE, () -> append(1, "Hello"));
    assertRefused(ErrorCode.UNAVAILABLE, () -> messages().last(conversation));
    assertRefused(ErrorCode.UNAVAILABLE, () -> store().accounts().byId(ana));
  }

  @Test
  void whatWasAcknowledgedWhileClosingIsKept_D16() throws Exception {
    CountDownLatch underWay = new CountDownLatch(20);

    List<List<Message>> acknowledged =
        Race.of(
            9,
            i -> {
              if (i == 8) {
                return closeAfter(underWay);
              }
              return appendUntilRefused(i, underWay);
            });
    reopen();

    List<Message> stored = messages().after(conversation, 0, Integer.MAX_VALUE);
    assertThat(stored).containsAll(acknowledged.stream().flatMap(List::stream).toList());
  }

  private List<Message> closeAfter(CountDownLatch underWay) {
    try {
      underWay.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    store().close();
    return List.of();
  }

  private List<Message> appendUntilRefused(int sender, CountDownLatch underWay) {
    return IntStream.iterate(sender * 1_000_000, n -> n + 1)
        .mapToObj(n -> {
          underWay.countDown();
          return accepted(n);
        })
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Message> accepted(int clientId) {
    try {
      return Optional.of(append(clientId, "message " + clientId));
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      return Optional.empty();
    }
  }
}
