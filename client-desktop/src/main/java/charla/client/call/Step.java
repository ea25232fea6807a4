package charla.client.call;

import java.util.ArrayList;
import java.util.List;

/**
 * What comes of an event.
 *
 * @param next the state from now on
 * @param effects to be done, in this order
 * @param reaction whether the state had anything to do with the event
 */
public record Step(CallState next, List<Effect> effects, Reaction reaction) {
  enum Reaction {
    TAKEN,
    IGNORED
  }

  public Step {
    effects = List.copyOf(effects);
  }

  static Step to(CallState next, Effect... effects) {
    return new Step(next, List.of(effects), Reaction.TAKEN);
  }

  /** Not expected here: nothing changes. */
  static Step ignored(CallState same) {
    return new Step(same, List.of(), Reaction.IGNORED);
  }

  Step then(Effect... more) {
    return then(List.of(more));
  }

  Step then(List<? extends Effect> more) {
    List<Effect> all = new ArrayList<>(effects);
    all.addAll(more);
    return new Step(next, all, reaction);
  }

  boolean isIgnored() {
    return reaction == Reaction.IGNORED;
  }
}
