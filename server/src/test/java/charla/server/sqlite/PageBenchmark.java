package charla.server.sqlite;

import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.UserId;
import charla.protocol.Username;
import charla.server.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Measures a store with a million messages in one conversation: pages of 50 at random places, then
 * durable appends. Exits with 1 when the 99th percentile of the pages is above 30 ms.
 *
 * <p>{@code java -cp <test class path> charla.server.sqlite.PageBenchmark}
 */
final class PageBenchmark {
  private static final int MESSAGES = 1_000_000;
  private static final int FILLED_AT_ONCE = 20_000;
  private static final int PAGES = 2_000;
  private static final int PAGE = 50;
  private static final Duration P99_LIMIT = Duration.ofMillis(30);
  private static final Duration APPENDING = Duration.ofSeconds(5);
  private static final long SEED = 20_260_301;

  private final Database database;
  private final Store store;
  private final UserId ana;
  private final UserId bob;
  private final ConversationId conversation;

  private PageBenchmark(Database database) {
    this.database = database;
    this.store = new SqliteStore(database, Clock.systemUTC());
    this.ana = account("ana");
    this.bob = account("bob");
    this.conversation = store.conversations().direct(ana, bob).conversation().id();
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("charla-benchmark");
    boolean quickEnough;
    try (Database database = Database.open(folder.resolve("charla.db"))) {
      quickEnough = new PageBenchmark(database).run(folder);
    } finally {
      delete(folder);
    }
    if (!quickEnough) {
      System.exit(1);
    }
  }

  private boolean run(Path folder) throws Exception {
    long start = System.nanoTime();
    fill();
    print("%,d messages in one conversation, filled in %.1f s", MESSAGES, secondsSince(start));
    print("the file: %,d MB", Files.size(folder.resolve("charla.db")) / 1_000_000);

    Timings pages = timePages();
    print("%,d pages of %d at random places (seed %d): %s", PAGES, PAGE, SEED, pages);
    print("%s", AppendRate.measure(store, List.of(ana, bob), 1, APPENDING));
    print("%s", AppendRate.measure(store, List.of(ana, bob), 64, APPENDING));

    boolean quickEnough = pages.p99().compareTo(P99_LIMIT) <= 0;
    print("pages: p99 at most %d ms: %s", P99_LIMIT.toMillis(), quickEnough ? "yes" : "NO");
    return quickEnough;
  }

  /** By SQL into the real schema; one by one it would take minutes. */
  private void fill() {
    for (int first = 1; first <= MESSAGES; first += FILLED_AT_ONCE) {
      int from = first;
      database.write(sql -> fill(sql, from, from + FILLED_AT_ONCE - 1));
    }
  }

  private int fill(Sql sql, int first, int last) throws SQLException {
    return sql.change(
        """
        WITH RECURSIVE numbers (seq) AS (
          SELECT ?1 UNION ALL SELECT seq + 1 FROM numbers WHERE seq < ?2)
        INSERT INTO messages (chatId, seq, id, clientId, fromUser, toUser, createdAt, content)
        SELECT ?3, seq, randomblob(12), randomblob(16),
               iif(seq % 2, ?4, ?5), iif(seq % 2, ?5, ?4), ?6,
               substr(?7, 1, 10 + abs(random()) % 190)
        FROM numbers\
        """,
        first,
        last,
        conversation,
        ana,
        bob,
        Instant.now(),
        "Lorem ipsum dolor sit amet. ".repeat(8));
  }

  private Timings timePages() {
    Random random = new Random(SEED);
    return Timings.of(
        PAGES,
        i -> {
          long seq = random.nextInt(MESSAGES - PAGE) + 1L;
          List<Message> page =
              i % 2 == 0
                  ? store.messages().after(conversation, seq, PAGE)
                  : store.messages().before(conversation, seq + PAGE, PAGE);
          if (page.size() != PAGE) {
            throw new IllegalStateException("a page of " + page.size());
          }
        });
  }

  private UserId account(String name) {
    return store
        .accounts()
        .create(new Username(name), name, "no password", Instant.now())
        .orElseThrow()
        .id();
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(String format, Object... arguments) {
    System.out.printf(format + "%n", arguments);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(PageBenchmark::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
