package charla.server.account;

import charla.protocol.UserId;
import charla.protocol.Username;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's account as it is stored.
 *
 * @param passwordHash a bcrypt hash ({@code $2a$…}), never shown to anybody
 * @param lastSeen when their last device left; null before the first time
 */
public record Account(
    UserId id,
    Username username,
    String displayName,
    String passwordHash,
    boolean administrator,
    boolean suspended,
    Instant createdAt,
    @Nullable Instant lastSeen) {}
