package charla.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.server.ServerProcess;
import charla.server.chat.StoredConversation;
import charla.server.sqlite.SqliteStore;
import charla.server.store.Store;
import charla.server.tls.Certificates;
import charla.server.tls.Trusting;
import charla.server.web.TestClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * D1: the server's process is killed again and again while four people send over TLS. The seed is
 * logged, and taken from {@code -Dcharla.seed}.
 */
@Timeout(300)
class KilledServerTest {
  private static final Logger LOG = LoggerFactory.getLogger(KilledServerTest.class);
  private static final int KILLS = 25;

  /** For one person between two kills, below what the server takes from one at once. */
  private static final int MESSAGES = 24;

  /** So that at each kill somebody is still sending. */
  private static final int ANSWERS_AT_MOST = 3 * MESSAGES;

  @TempDir Path folder;

  private final long seed = Long.getLong("charla.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final History history = new History();
  private final List<Talker> talkers = new ArrayList<>();
  private int unanswered;

  @Test
  void d1WhatWasAcknowledgedOutlivesEveryKill() throws Exception {
    LOG.warn("seed {}", seed);
    try (ServerProcess server = ServerProcess.overTls(folder)) {
      URI uri = server.uri();
      introduce(uri, "ana", "bob");
      introduce(uri, "cleo", "dan");
    }

    for (int i = 0; i < KILLS; i++) {
      talkAndKill();
    }

    try (ServerProcess server = ServerProcess.overTls(folder)) {
      URI uri = server.uri();
      talkers.forEach(talker -> talker.settle(uri));
      talkers.forEach(talker -> history.devices.add(talker.finish(uri)));
      server.terminate();
      assertThat(server.exitCode()).isZero();
    }
    dump();
    LOG.warn(
        "{} kills, {} messages, {} of them unanswered at a kill",
        KILLS,
        history.sent.size(),
        unanswered);
    assertThat(Checker.violations(history)).as("seed %d", seed).isEmpty();
    assertThat(history.accepted).as("all is answered").hasSameSizeAs(history.sent);
    assertThat(unanswered).as("under way when the server died").isGreaterThan(KILLS);
  }

  /** Two people with a conversation. */
  private void introduce(URI uri, String one, String other) throws Exception {
    SSLContext trust = Trusting.only(Certificates.first(folder.resolve("ca.pem")));
    try (TestClient first = new TestClient(uri, trust);
        TestClient second = new TestClient(uri, trust)) {
      first.register(one);
      second.register(other);
      ConversationId id = first.conversationWith(second);
      history.members.put(id, Set.of(first.userId(), second.userId()));
      talkers.add(new Talker(first, id, history, new Random(random.nextLong())));
      talkers.add(new Talker(second, id, history, new Random(random.nextLong())));
    }
  }

  /** Kills while nothing is answered yet, or after some answers: in the middle of sends. */
  private void talkAndKill() throws Exception {
    CountDownLatch answers = new CountDownLatch(random.nextInt(ANSWERS_AT_MOST));
    try (ServerProcess server = ServerProcess.overTls(folder);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      URI uri = server.uri();
      CompletableFuture<?>[] all =
          talkers.stream()
              .map(talker ->
                  CompletableFuture.runAsync(
                      () -> talker.talk(uri, MESSAGES, answers::countDown), threads))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.anyOf(CompletableFuture.allOf(all), awaited(answers, threads)).join();
      server.kill();
      CompletableFuture.allOf(all).join();
    }
    unanswered += talkers.stream().mapToInt(Talker::unanswered).sum();
  }

  private static CompletableFuture<Void> awaited(CountDownLatch latch, ExecutorService threads) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            latch.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        },
        threads);
  }

  private void dump() {
    try (Store store = SqliteStore.open(folder.resolve("charla.db"), Clock.systemUTC())) {
      for (ConversationId id : history.members.keySet()) {
        List<Message> log = store.messages().after(id, 0, Integer.MAX_VALUE);
        history.stored(id).addAll(log);
        for (StoredConversation.Watermarks marks :
            store.conversations().byId(id).orElseThrow().members()) {
          history.marks.add(new History.Marks(id, marks.userId(), marks.delivered(), marks.read()));
        }
      }
    }
  }
}
