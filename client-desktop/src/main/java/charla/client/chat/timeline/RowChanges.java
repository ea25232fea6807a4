package charla.client.chat.timeline;

import java.util.List;

/** Makes one list of rows equal another by touching only the rows that differ. */
final class RowChanges {
  private RowChanges() {}

  static void apply(List<Row> shown, List<Row> now) {
    int head = equalAtHead(shown, now);
    int tail = equalAtTail(shown, now, head);
    int kept = Math.min(shown.size(), now.size()) - tail;
    for (int i = head; i < kept; i++) {
      shown.set(i, now.get(i));
    }
    if (shown.size() - tail > kept) {
      shown.subList(kept, shown.size() - tail).clear();
    }
    if (now.size() - tail > kept) {
      shown.addAll(kept, now.subList(kept, now.size() - tail));
    }
  }

  private static int equalAtHead(List<Row> shown, List<Row> now) {
    int count = 0;
    int most = Math.min(shown.size(), now.size());
    while (count < most && shown.get(count).equals(now.get(count))) {
      count++;
    }
    return count;
  }

  private static int equalAtTail(List<Row> shown, List<Row> now, int head) {
    int count = 0;
    int most = Math.min(shown.size(), now.size()) - head;
    while (count < most
        && shown.get(shown.size() - 1 - count).equals(now.get(now.size() - 1 - count))) {
      count++;
    }
    return count;
  }
}
