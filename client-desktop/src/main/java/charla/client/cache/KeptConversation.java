package charla.client.cache;

import charla.protocol.ConversationId;
import charla.protocol.User;
import java.time.Instant;

/**
 * A conversation as this device keeps it.
 *
 * @param peerDelivered how far the other one's devices have come
 * @param peerRead how far the other one has read
 * @param readMark how far the person signed in has read; may be ahead of what the server knows
 * @param movedAt its place in the list
 */
public record KeptConversation(
    ConversationId id,
    User peer,
    long peerDelivered,
    long peerRead,
    long readMark,
    int unread,
    String draft,
    Instant movedAt) {}
