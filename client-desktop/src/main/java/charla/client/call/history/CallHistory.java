package charla.client.call.history;

import charla.client.cache.AccountCache;
import charla.client.call.CallReport;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.client.session.SignedIn;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.UserId;
import charla.protocol.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of the person signed in, on all their devices, the newest first. FX thread only. */
public final class CallHistory {
  private static final Logger LOG = LoggerFactory.getLogger(CallHistory.class);
  private static final int PAGE = 50;

  /** Up to when missed calls were seen, kept over restarts. */
  public interface Seen {
    Instant upTo();

    void set(Instant upTo);
  }

  private final SignedIn signedIn;
  private final Threads threads;
  private final Seen seen;
  private final ObservableList<Call> calls = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper missed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean loading;
  private boolean stale;
  private boolean complete;

  public CallHistory(SignedIn signedIn, Seen seen) {
    this.signedIn = signedIn;
    this.threads = signedIn.threads();
    this.seen = seen;
  }

  UserId me() {
    return signedIn.me().user().id();
  }

  ObservableList<Call> calls() {
    return calls;
  }

  /** Whether there are missed calls that were not looked at. */
  public ReadOnlyBooleanProperty missedProperty() {
    return missed.getReadOnlyProperty();
  }

  /** Why the calls could not be read. */
  ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Reads the newest, once more where they are being read just now. */
  public void refresh() {
    stale = loading;
    load(Optional.empty());
  }

  /** Reads those before the oldest that is here. */
  void more() {
    if (!complete && !calls.isEmpty()) {
      load(Optional.of(calls.getLast().id()));
    }
  }

  /** One has ended just now. */
  public void add(Call call) {
    if (calls.stream().noneMatch(known -> known.id().equals(call.id()))) {
      long later =
          calls.stream().takeWhile(known -> known.createdAt().isAfter(call.createdAt())).count();
      calls.add((int) later, call);
      stale = loading;
      lookForMissed();
    }
  }

  /** They were looked at. */
  public void markSeen() {
    calls.stream().findFirst().ifPresent(newest -> seen.set(newest.createdAt()));
    lookForMissed();
  }

  void forget(List<Call> gone) {
    calls.removeAll(gone);
    lookForMissed();
    for (Call call : gone) {
      threads.ask(
          () -> {
            signedIn.api().forgetCall(call.id());
            return true;
          },
          this::forgotten);
      onDisk(cache -> cache.reports().forget(call.id()));
    }
  }

  /** Keeps how a call was. */
  public void keep(CallId id, CallReport report) {
    onDisk(cache -> cache.reports().keep(id, Wire.write(report)));
  }

  /** How a call was; not answered where this device was not in it. */
  void report(CallId id, Consumer<CallReport> answer) {
    onDisk(cache -> {
      Optional<String> kept = cache.reports().find(id);
      if (kept.isPresent()) {
        CallReport report = Wire.read(kept.get(), CallReport.class);
        threads.fx().execute(() -> answer.accept(report));
      }
    });
  }

  private void load(Optional<CallId> before) {
    if (loading) {
      return;
    }
    loading = true;
    threads.ask(() -> signedIn.api().calls(before, PAGE), page -> loaded(before, page));
  }

  private void loaded(Optional<CallId> before, Outcome<List<Call>> outcome) {
    loading = false;
    switch (outcome) {
      case Outcome.Success<List<Call>>(List<Call> page) -> {
        problem.set(Optional.empty());
        List<Call> ended = page.stream().filter(call -> call.reason() != null).toList();
        complete = page.size() < PAGE;
        if (before.isEmpty()) {
          calls.setAll(ended);
        } else {
          calls.addAll(ended);
        }
        lookForMissed();
      }
      case Outcome.Failure<List<Call>>(Problem why) -> problem.set(Optional.of(why));
    }
    if (stale) {
      refresh();
    }
  }

  private void forgotten(Outcome<Boolean> outcome) {
    if (outcome instanceof Outcome.Failure<Boolean>(Problem why)) {
      problem.set(Optional.of(why));
      refresh();
    }
  }

  private void lookForMissed() {
    missed.set(
        calls.stream()
            .filter(call -> call.createdAt().isAfter(seen.upTo()))
            .anyMatch(call -> new PastCalls(me(), List.of(call)).isMissed()));
  }

  /** Something with the disk; what fails is of no consequence for the call. */
  private interface DiskWork {
    void with(AccountCache cache) throws Exception;
  }

  private void onDisk(DiskWork work) {
    threads
        .disk()
        .execute(() -> {
          try {
            work.with(signedIn.cache());
          } catch (Exception e) {
            LOG.warn("a call's report was neither kept nor read", e);
          }
        });
  }
}
