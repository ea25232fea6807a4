package charla.client.chat;

import charla.protocol.CallLine;
import charla.protocol.CallReason;
import charla.protocol.ClientId;
import charla.protocol.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is shown.
 *
 * @param clientId the same before and after the server has it: by this a row stays the same row
 * @param seq its place in the conversation, from 1; 0 while the server does not have it
 * @param own whether the person signed in wrote it, on whatever device
 * @param at when the server stored it; while waiting, when it was written by this device's clock
 * @param call the call that ended here; null for everything that was written
 */
public record ChatMessage(
    ClientId clientId,
    long seq,
    UserId fromUser,
    boolean own,
    String content,
    Instant at,
    MessageState state,
    @Nullable CallLine call) {

  /** Something that was written. */
  public ChatMessage(
      ClientId clientId,
      long seq,
      UserId fromUser,
      boolean own,
      String content,
      Instant at,
      MessageState state) {
    this(clientId, seq, fromUser, own, content, at, state, null);
  }

  /** Whether it waits for this person: somebody else wrote it, or called and was missed. */
  public boolean isForReading() {
    return !own && (call == null || call.reason().missed());
  }

  /** Whether it leaves no trace: somebody whom this person blocks called. */
  public boolean isHidden() {
    return !own && call != null && call.reason() == CallReason.NOT_ALLOWED;
  }

  ChatMessage withState(MessageState newState) {
    return new ChatMessage(clientId, seq, fromUser, own, content, at, newState, call);
  }
}
