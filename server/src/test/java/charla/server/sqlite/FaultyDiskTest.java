package charla.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.protocol.UserId;
import charla.protocol.Username;
import charla.server.chat.Messages.Draft;
import charla.server.refusal.Refusal;
import charla.server.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk has no room, or somebody else holds the file. */
class FaultyDiskTest {
  @TempDir private Path folder;

  private final SecureRandom random = new SecureRandom();
  private Database database;
  private Store store;
  private UserId ana;
  private ConversationId conversation;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("charla.db"));
    store = new SqliteStore(database, Clock.systemUTC());
    ana = account("ana");
    conversation = store.conversations().direct(ana, account("bob")).conversation().id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aFullDiskIsReadOnlyAndRecoversByItself_D10() {
    allowPages(100);
    List<Message> stored = appendUntilFull();

    assertThat(stored).isNotEmpty();
    assertThat(store.messages().after(conversation, 0, 1_000)).isEqualTo(stored);
    assertThat(store.isReady()).isTrue();
    assertRefused(ErrorCode.STORAGE_FULL, this::append);

    allowPages(10_000);
    stored.add(append());
    assertThat(store.messages().after(conversation, 0, 1_000)).isEqualTo(stored);
    assertThat(stored.getLast().seq()).isEqualTo(stored.size());
  }

  @Test
  void whileAnotherProgramWritesOnlyWritersAreRefused() throws Exception {
    Message first = append();
    try (Sql other = new SqliteFile(folder.resolve("charla.db")).openToWrite()) {
      other.script("BEGIN IMMEDIATE");

      assertRefused(ErrorCode.UNAVAILABLE, this::append);
      assertThat(store.messages().last(conversation)).contains(first);
      assertThat(store.isReady()).isFalse();
    }
    assertThat(append().seq()).isEqualTo(2);
    assertThat(store.isReady()).isTrue();
  }

  private void allowPages(int pages) {
    database.write(sql -> sql.list(row -> row, "PRAGMA max_page_count = " + pages).size());
  }

  private List<Message> appendUntilFull() {
    List<Message> stored = new ArrayList<>();
    Optional<Message> message = appended();
    while (message.isPresent()) {
      stored.add(message.get());
      message = appended();
    }
    return stored;
  }

  private Optional<Message> appended() {
    try {
      return Optional.of(append());
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(ErrorCode.STORAGE_FULL);
      return Optional.empty();
    }
  }

  private Message append() {
    Draft draft =
        new Draft(
            ClientId.random(random), conversation, ana, null, "long ".repeat(1_000), Instant.now());
    return store.messages().append(draft).message();
  }

  private UserId account(String name) {
    return store
        .accounts()
        .create(new Username(name), name, "no password", Instant.now())
        .orElseThrow()
        .id();
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
