package charla.client.call.webrtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import charla.client.call.Media;
import charla.client.call.Quality;
import charla.protocol.Signal;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Both ends of calls in this process, without any audio device: paths, not sounds. */
class WebRtcMediaTest {
  private static final Logger LOG = LoggerFactory.getLogger(WebRtcMediaTest.class);
  private static final int CALLS = 60;
  private static final int WARM_UP = 10;

  /** Threads and handles that come and go by themselves. */
  private static final int SLACK = 4;

  private static final int HEAP_KILOBYTES = 1_000;

  /** The library keeps about 90 for each end that was closed; the rest is still warming up. */
  private static final int OUTSIDE_KILOBYTES = 32_000;

  private final WebRtc ana = new WebRtc();
  private final WebRtc ben = new WebRtc();

  @AfterEach
  void close() {
    ana.close();
    ben.close();
  }

  @Test
  void withoutASoundServerThereAreCallsAllTheSame() throws Exception {
    CompletableFuture<Media.Availability> answer = new CompletableFuture<>();
    ana.equipment().media().prepare(answer::complete);
    assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(new Media.Availability.Ready());

    try (End caller = new End(ana, Media.Role.CALLER);
        End callee = new End(ben, Media.Role.CALLEE)) {
      connect(caller, callee);
      await().until(() -> caller.quality().isPresent());

      assertThat(caller.quality().orElseThrow().path()).isEqualTo(Quality.Path.DIRECT);
    }
  }

  @Test
  void c7SignalsThatComeDoubledAndShuffledConnect() throws Exception {
    try (End caller = new End(ana, Media.Role.CALLER);
        End callee = new End(ben, Media.Role.CALLEE)) {
      caller.session().offer();
      await().until(() -> caller.said.contains(new Signal.CandidatesEnd()));

      deliver(caller.said, callee);
      await().until(() -> callee.said.contains(new Signal.CandidatesEnd()));
      deliver(callee.said, caller);

      caller.awaitConnected();
      callee.awaitConnected();
    }
  }

  @Test
  void anotherSearchForAPathKeepsTheCall() throws Exception {
    try (End caller = new End(ana, Media.Role.CALLER);
        End callee = new End(ben, Media.Role.CALLEE)) {
      connect(caller, callee);
      long offers = offers(caller);

      caller.session().restartIce();

      await().until(() -> offers(caller) > offers);
      await()
          .until(() -> callee.said.stream().filter(Signal.Answer.class::isInstance).count() == 2);
      assertThat(caller.lost).isFalse();
    }
  }

  @Test
  void searchesAskedForWhileAnOfferIsUnansweredAreOneMoreAfterItsAnswer() throws Exception {
    try (End caller = new End(ana, Media.Role.CALLER);
        End callee = new End(ben, Media.Role.CALLEE)) {
      connect(caller, callee);
      // There may be a path before the first answer is taken in; what is asked for then waits for
      // it.
      await().until(() -> caller.quality().isPresent());
      List<Signal> heldBack = new CopyOnWriteArrayList<>();
      caller.holdsBack(heldBack);

      caller.session().restartIce();
      caller.session().restartIce();
      caller.session().restartIce();
      await().until(() -> heldBack.contains(new Signal.CandidatesEnd()));
      assertThat(heldBack).filteredOn(Signal.Offer.class::isInstance).hasSize(1);
      caller.speaksTo(callee);
      heldBack.forEach(callee.session()::hear);

      await()
          .until(() -> callee.said.stream().filter(Signal.Answer.class::isInstance).count() == 3);
      assertThat(offers(caller)).isEqualTo(3);
    }
  }

  @Test
  void sixtyCallsLeaveNothingBehind() throws Exception {
    call(WARM_UP);
    Left.now();
    call(WARM_UP);
    Left before = Left.now();

    call(CALLS);

    await()
        .untilAsserted(() ->
            assertThat(Left.threadNames()).hasSizeLessThanOrEqualTo(before.threads() + SLACK));
    Left after = Left.now();
    LOG.warn("before {} calls {}, after them {}", CALLS, before, after);
    assertThat(after.handles()).isLessThanOrEqualTo(before.handles() + SLACK);
    assertThat(after.heapKilobytes()).isLessThan(before.heapKilobytes() + HEAP_KILOBYTES);
    assertThat(after.outsideKilobytes()).isLessThan(before.outsideKilobytes() + OUTSIDE_KILOBYTES);
  }

  /**
   * What this process holds, by Linux's own count.
   *
   * @param heapKilobytes what Java's objects take once the garbage is gone
   * @param outsideKilobytes what lies in memory besides Java's heap
   */
  private record Left(int threads, int handles, long heapKilobytes, long outsideKilobytes) {
    static Left now() throws IOException {
      MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
      memory.gc();
      MemoryUsage heap = memory.getHeapMemoryUsage();
      return new Left(
          threadNames().size(),
          Objects.requireNonNull(new File("/proc/self/fd").list()).length,
          heap.getUsed() / 1024,
          residentKilobytes() - heap.getCommitted() / 1024);
    }

    private static long residentKilobytes() throws IOException {
      try (var lines = Files.lines(Path.of("/proc/self/status"))) {
        String resident = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Long.parseLong(resident.replaceAll("\\D", ""));
      }
    }

    /** Without Java's compilers, which come and go as there is something to compile. */
    static List<String> threadNames() throws IOException {
      try (var tasks = Files.list(Path.of("/proc/self/task"))) {
        return tasks
            .flatMap(task -> name(task).stream())
            .filter(name -> !name.contains(" Compiler"))
            .sorted()
            .toList();
      }
    }

    /** Empty where the thread ended meanwhile. */
    private static Optional<String> name(Path task) {
      try {
        return Optional.of(Files.readString(task.resolve("comm")).strip());
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  private void call(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (End caller = new End(ana, Media.Role.CALLER);
          End callee = new End(ben, Media.Role.CALLEE)) {
        connect(caller, callee);
      }
    }
  }

  private static void connect(End caller, End callee) throws InterruptedException {
    caller.speaksTo(callee);
    callee.speaksTo(caller);
    caller.session().offer();
    caller.awaitConnected();
    callee.awaitConnected();
  }

  private static void deliver(List<Signal> said, End to) {
    List<Signal> twice = new ArrayList<>(said);
    twice.addAll(said);
    Collections.shuffle(twice, new Random(11));
    twice.forEach(to.session()::hear);
  }

  private static long offers(End caller) {
    return caller.said.stream().filter(Signal.Offer.class::isInstance).count();
  }

  /** One end, which keeps what it says. */
  private static final class End implements Media.Listener, AutoCloseable {
    private final List<Signal> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch connected = new CountDownLatch(1);
    private final Media.Session session;
    private volatile Consumer<Signal> other = signal -> {};
    private volatile boolean lost;
    private volatile Optional<Quality> quality = Optional.empty();

    End(WebRtc webRtc, Media.Role role) {
      session =
          webRtc.equipment().media().open(new Media.Setup(role, List.of(), Media.Route.ANY), this);
    }

    Media.Session session() {
      return session;
    }

    Optional<Quality> quality() {
      return quality;
    }

    void speaksTo(End end) {
      other = end.session::hear;
    }

    void holdsBack(List<Signal> kept) {
      other = kept::add;
    }

    void awaitConnected() throws InterruptedException {
      assertThat(connected.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void say(Signal signal) {
      said.add(signal);
      other.accept(signal);
    }

    @Override
    public void connected() {
      connected.countDown();
    }

    @Override
    public void disconnected() {
      lost = true;
    }

    @Override
    public void failed() {
      lost = true;
    }

    @Override
    public void quality(Quality now) {
      quality = Optional.of(now);
    }

    @Override
    public void levels(double own, double heard) {}

    @Override
    public void close() {
      session.close();
    }
  }
}
