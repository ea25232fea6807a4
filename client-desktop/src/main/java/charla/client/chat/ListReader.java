package charla.client.chat;

import charla.client.net.Api;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.protocol.Conversation;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the list of conversations as a whole: marks, names and conversations that pushes may have
 * missed. One reading at a time, and one more when it was asked for meanwhile. FX thread only.
 */
final class ListReader {
  private final Api api;
  private final Threads threads;
  private final Consumer<Conversation> found;
  private boolean reading;

  /** Whether the list may have changed since it was last asked for. */
  private boolean stale;

  ListReader(Api api, Threads threads, Consumer<Conversation> found) {
    this.api = api;
    this.threads = threads;
    this.found = found;
  }

  void read() {
    stale = true;
    readIfStale();
  }

  /** Tries again where reading failed. */
  void readIfStale() {
    if (reading || !stale) {
      return;
    }
    reading = true;
    stale = false;
    threads.ask(api::conversations, this::arrived);
  }

  private void arrived(Outcome<List<Conversation>> outcome) {
    reading = false;
    switch (outcome) {
      case Outcome.Success<List<Conversation>>(List<Conversation> all) -> {
        all.forEach(found);
        readIfStale();
      }
      // The next pong tries again.
      case Outcome.Failure<List<Conversation>>(Problem _) -> stale = true;
    }
  }
}
