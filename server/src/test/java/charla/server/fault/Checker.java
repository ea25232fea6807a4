package charla.server.fault;

import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names every promise that a history breaks, one line each; an empty list means that all hold. */
public final class Checker {
  private final History history;
  private final List<String> violations = new ArrayList<>();
  private final Map<ClientId, History.Sent> sent;

  private Checker(History history) {
    this.history = history;
    this.sent =
        history.sent.stream()
            .collect(Collectors.toMap(History.Sent::clientId, Function.identity(), (a, b) -> a));
  }

  public static List<String> violations(History history) {
    return new Checker(history).check();
  }

  private List<String> check() {
    history.stored.forEach(this::numbersHaveNoHoles);
    history.stored.forEach(this::everyStoredMessageWasSentOnce);
    history.accepted.forEach(this::everyAcceptedMessageIsStored);
    refusedMessagesAreAbsent();
    sendersOrderIsKept();
    history.devices.forEach(this::deviceHasTheSameLog);
    history.cursors.forEach(this::cursorNeverFalls);
    history.marks.forEach(this::marksAreInOrder);
    return violations;
  }

  private void numbersHaveNoHoles(ConversationId conversation, List<Message> log) {
    for (int i = 0; i < log.size(); i++) {
      if (log.get(i).seq() != i + 1) {
        report("hole", conversation, "place " + (i + 1) + " has number " + log.get(i).seq());
        return;
      }
    }
  }

  private void everyStoredMessageWasSentOnce(ConversationId conversation, List<Message> log) {
    Set<ClientId> seen = new HashSet<>();
    for (Message message : log) {
      if (!seen.add(message.clientId())) {
        report("doubled", conversation, message.clientId() + " is stored twice");
      }
      History.Sent origin = sent.get(message.clientId());
      if (origin == null || !origin.content().equals(message.content())) {
        report("forged", conversation, "number " + message.seq() + " was sent by nobody");
      } else if (!origin.conversation().equals(conversation)) {
        report("wrong conversation", conversation, message.clientId() + " belongs elsewhere");
      } else if (!origin.from().equals(message.fromUser())) {
        report("forged", conversation, message.clientId() + " carries another sender");
      }
    }
  }

  private void everyAcceptedMessageIsStored(ClientId clientId, Message accepted) {
    List<Message> log = history.stored.getOrDefault(accepted.conversationId(), List.of());
    boolean there =
        log.stream()
            .anyMatch(m ->
                m.clientId().equals(clientId)
                    && m.seq() == accepted.seq()
                    && m.id().equals(accepted.id())
                    && m.content().equals(accepted.content()));
    if (!there) {
      report("lost", accepted.conversationId(), clientId + " was accepted as " + accepted.seq());
    }
  }

  private void refusedMessagesAreAbsent() {
    history.stored.forEach((conversation, log) ->
        log.stream()
            .filter(message -> history.refused.contains(message.clientId()))
            .forEach(m -> report("refused but stored", conversation, "" + m.clientId())));
  }

  /** A sender's accepted messages stand in the log in the order in which they were sent. */
  private void sendersOrderIsKept() {
    Map<String, Long> newest = new HashMap<>();
    for (History.Sent message : history.sent) {
      Message accepted = history.accepted.get(message.clientId());
      if (accepted == null) {
        continue;
      }
      String line = message.from() + " " + message.conversation();
      if (accepted.seq() <= newest.getOrDefault(line, 0L)) {
        report("swapped", message.conversation(), "number " + accepted.seq() + " was sent later");
      }
      newest.put(line, accepted.seq());
    }
  }

  private void deviceHasTheSameLog(History.DeviceLog device) {
    Set<UserId> members = history.members.getOrDefault(device.conversation(), Set.of());
    if (!members.contains(device.owner())) {
      report("leaked", device.conversation(), device.device() + " is no member's");
      return;
    }
    List<String> here = identities(device.log());
    List<String> there = identities(history.stored.getOrDefault(device.conversation(), List.of()));
    if (!here.equals(there)) {
      report(
          "diverged",
          device.conversation(),
          device.device() + " has " + here.size() + " of " + there.size() + ", or others");
    }
  }

  private void cursorNeverFalls(String device, List<Long> moves) {
    for (int i = 1; i < moves.size(); i++) {
      if (moves.get(i) < moves.get(i - 1)) {
        violations.add(
            "cursor fell: " + device + " from " + moves.get(i - 1) + " to " + moves.get(i));
      }
    }
  }

  private void marksAreInOrder(History.Marks marks) {
    long last = history.stored.getOrDefault(marks.conversation(), List.of()).size();
    if (marks.read() > marks.delivered() || marks.delivered() > last) {
      report("marks", marks.conversation(), "read <= delivered <= last does not hold: " + marks);
    }
  }

  private void report(String kind, ConversationId conversation, String detail) {
    violations.add(kind + ": " + conversation + ": " + detail);
  }

  private static List<String> identities(List<Message> log) {
    return log.stream().map(m -> m.seq() + " " + m.clientId() + " " + m.content()).toList();
  }
}
