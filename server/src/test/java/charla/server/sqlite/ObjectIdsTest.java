package charla.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.MessageId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObjectIdsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private final ObjectIds ids = new ObjectIds(CLOCK, new Random(1));

  @Test
  void anIdBeginsWithItsSecond() {
    MessageId id = new MessageId(ids.next());

    assertThat(Instant.ofEpochSecond(Long.parseLong(id.value().substring(0, 8), 16)))
        .isEqualTo(CLOCK.instant());
  }

  @Test
  void idsOfOneSecondRiseAndDiffer() {
    Set<String> seen = new HashSet<>();
    String last = "";
    for (int i = 0; i < 10_000; i++) {
      String next = ids.next();
      assertThat(next).isGreaterThan(last);
      seen.add(next);
      last = next;
    }
    assertThat(seen).hasSize(10_000);
  }

  @Test
  void twoRunsInOneSecondDiffer() {
    assertThat(new ObjectIds(CLOCK, new Random(2)).next()).isNotEqualTo(ids.next());
  }
}
