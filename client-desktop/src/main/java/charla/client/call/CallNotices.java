package charla.client.call;

import charla.client.net.Scheduler;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One notice at a time: what was told last, and after a while again what lasts. FX thread only. */
final class CallNotices {
  private static final Duration TO_READ = Duration.ofSeconds(6);
  private static final Duration TO_DECIDE = Duration.ofSeconds(15);

  private final Scheduler onFx;
  private final ReadOnlyObjectWrapper<Optional<CallNotice>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<CallNotice> lasting = Optional.empty();
  private boolean passing;
  private int told;

  /**
   * @param onFx runs its tasks on the FX thread
   */
  CallNotices(Scheduler onFx) {
    this.onFx = onFx;
  }

  ReadOnlyObjectProperty<Optional<CallNotice>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  boolean isOffering() {
    return shown.get().flatMap(CallNotice::offer).isPresent();
  }

  /** Says it for a while. */
  void tell(CallNotice notice) {
    passing = true;
    shown.set(Optional.of(notice));
    int mine = ++told;
    onFx.after(notice.offer().isPresent() ? TO_DECIDE : TO_READ, () -> passed(mine));
  }

  /** Says it whenever there is nothing else to say, until it is told otherwise. */
  void last(Optional<CallNotice> notice) {
    lasting = notice;
    if (!passing) {
      shown.set(lasting);
    }
  }

  void clear() {
    lasting = Optional.empty();
    passed(told);
  }

  private void passed(int which) {
    if (which == told) {
      passing = false;
      shown.set(lasting);
    }
  }
}
