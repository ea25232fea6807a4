package charla.server.account;

import charla.protocol.SessionId;
import charla.protocol.UserId;
import java.time.Instant;

/**
 * One sign-in on one device.
 *
 * @param tokenHash SHA-256 of the token, 64 hex digits; the token itself is kept nowhere
 */
public record StoredSession(
    SessionId id,
    UserId userId,
    String tokenHash,
    String device,
    Instant createdAt,
    Instant lastUsed) {}
