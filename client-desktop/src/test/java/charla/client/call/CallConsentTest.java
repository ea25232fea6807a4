package charla.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.ConversationId;
import charla.protocol.SessionId;
import charla.protocol.Signal;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is heard, and no address leaks, before both have said yes. */
class CallConsentTest {
  private static final CallId ID = new CallId("a".repeat(24));
  private static final SessionId CALLING = new SessionId("1".repeat(24));
  private static final SessionId ANSWERING = new SessionId("2".repeat(24));
  private static final User ANA = person(1, "ana");
  private static final User EVA = person(2, "eva");

  @Test
  void c12_theCalleeOpensNothingBeforeTheirOwnYesInAnyOrderOfEvents() {
    CallState rings = new Ringing(new Line(ID, ANA, Media.Role.CALLEE));
    CallEvent yes = new CallEvent.Accept();
    List<CallEvent> events =
        List.of(yes, told(Part.ANSWERED_HERE), relay(), offer(), path(), new CallEvent.Online());

    for (List<CallEvent> order : orders(events)) {
      List<CallEvent> before = order.subList(0, order.indexOf(yes));
      assertThat(opensAfter(rings, before)).as("%s", before).isFalse();
    }
  }

  @Test
  void c12_theCallerOpensNothingBeforeTheCalleesYesInAnyOrderOfEvents() {
    CallState dials = Dialing.start(new Line(ID, EVA, Media.Role.CALLER)).next();
    CallEvent yes = told(Part.CALLER);
    List<CallEvent> events =
        List.of(yes, relay(), offer(), path(), new CallEvent.Mute(), new CallEvent.Online());

    for (List<CallEvent> order : orders(events)) {
      List<CallEvent> before = order.subList(0, order.indexOf(yes));
      assertThat(opensAfter(dials, before)).as("%s", before).isFalse();
    }
  }

  @Test
  void afterBothYesesItOpensOnceWhateverCameFirst() {
    CallState accepted = Connecting.accept(new Line(ID, ANA, Media.Role.CALLEE)).next();
    List<CallEvent> events = List.of(told(Part.ANSWERED_HERE), relay(), offer());

    for (List<CallEvent> order : orders(events)) {
      List<Effect> effects = effects(accepted, order);
      assertThat(effects).as("%s", order).filteredOn(Effect.Open.class::isInstance).hasSize(1);
      assertThat(effects).as("%s", order).contains(new Effect.Hear(new Signal.Offer("sdp")));
    }
  }

  private static boolean opensAfter(CallState state, List<CallEvent> events) {
    return effects(state, events).stream()
        .anyMatch(effect -> effect instanceof Effect.Open || effect instanceof Effect.Say);
  }

  private static List<Effect> effects(CallState from, List<CallEvent> events) {
    List<Effect> effects = new ArrayList<>();
    CallState state = from;
    for (CallEvent event : events) {
      Step step = state.on(event);
      effects.addAll(step.effects());
      state = step.next();
    }
    return effects;
  }

  private static List<List<CallEvent>> orders(List<CallEvent> events) {
    if (events.isEmpty()) {
      return List.of(List.of());
    }
    List<List<CallEvent>> all = new ArrayList<>();
    for (CallEvent first : events) {
      List<CallEvent> rest = events.stream().filter(event -> !event.equals(first)).toList();
      for (List<CallEvent> tail : orders(rest)) {
        List<CallEvent> order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }

  private static CallEvent told(Part part) {
    Instant now = Instant.parse("2026-03-03T14:30:00Z");
    ConversationId talk = new ConversationId("c".repeat(24));
    Call call =
        new Call(
            ID,
            talk,
            3,
            Call.State.CONNECTING,
            ANA,
            EVA,
            CALLING,
            ANSWERING,
            "Laptop",
            now,
            now,
            null,
            null);
    return new CallEvent.Told(call, part);
  }

  private static CallEvent relay() {
    return new CallEvent.Relay(ID, List.of());
  }

  private static CallEvent offer() {
    return new CallEvent.Heard(ID, new Signal.Offer("sdp"));
  }

  private static CallEvent path() {
    return new CallEvent.PathFound(ID);
  }

  private static User person(int n, String name) {
    return new User(new UserId("%024x".formatted(n)), new Username(name), name, false, null);
  }
}
