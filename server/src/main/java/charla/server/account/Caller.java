package charla.server.account;

import charla.protocol.SessionId;
import charla.protocol.UserId;

/** Who asks: told by their token, never by what they send. */
public record Caller(UserId userId, SessionId sessionId, boolean administrator) {}
