package charla.client.chat;

import charla.client.net.Live;
import charla.client.net.Scheduler;
import charla.protocol.ClientFrame;
import charla.protocol.ConversationId;
import charla.protocol.Limits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who types: told at most every three seconds, shown for six at most. FX thread only. */
final class Typing {
  private final Live live;
  private final Scheduler onFx;
  private final Set<ConversationId> told = new HashSet<>();
  private final Map<ConversationEntry, Scheduler.Planned> shown = new HashMap<>();

  Typing(Live live, Scheduler onFx) {
    this.live = live;
    this.onFx = onFx;
  }

  /** The person types on this device. */
  void tell(ConversationId id) {
    if (told.contains(id) || !live.send(new ClientFrame.Typing(id))) {
      return;
    }
    told.add(id);
    onFx.after(Limits.TYPING_EVERY, () -> told.remove(id));
  }

  /** The other one types. */
  void show(ConversationEntry entry) {
    hide(entry);
    entry.setTyping(true);
    shown.put(entry, onFx.after(Limits.TYPING_SHOWN, () -> hide(entry)));
  }

  /** The other one has sent what was typed, or the time is up. */
  void hide(ConversationEntry entry) {
    Scheduler.Planned planned = shown.remove(entry);
    if (planned != null) {
      planned.cancel();
      entry.setTyping(false);
    }
  }

  /** Nobody is seen typing while the connection is away. */
  void hideAll() {
    Set.copyOf(shown.keySet()).forEach(this::hide);
  }
}
