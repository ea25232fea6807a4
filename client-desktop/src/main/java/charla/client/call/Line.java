package charla.client.call;

import charla.protocol.CallId;
import charla.protocol.User;

/** Which call, with whom, and which end of it this device is. */
public record Line(CallId id, User peer, Media.Role role) {}
