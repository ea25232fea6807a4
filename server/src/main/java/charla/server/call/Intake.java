package charla.server.call;

import charla.protocol.ErrorCode;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.server.refusal.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Makes a stored call one that lives: with the names of both people and whether the callee blocks
 * the caller.
 *
 * @param nanoTime a clock that never jumps, in nanoseconds
 */
record Intake(Directory directory, InstantSource clock, LongSupplier nanoTime) {
  /**
   * @throws Refusal {@code not_found} when one of both is nobody
   */
  LiveCall live(StoredCall call) {
    Map<UserId, User> faces = directory.faces(List.of(call.caller(), call.callee()));
    return new LiveCall(
        call,
        new LiveCall.Faces(face(faces, call.caller()), face(faces, call.callee())),
        !call.isAnswered() && directory.blocks(call.callee(), call.caller()),
        notBefore(call),
        nanoTime);
  }

  /** The clock may have been put back since. */
  private Instant notBefore(StoredCall call) {
    Instant last = call.answeredAt() == null ? call.createdAt() : call.answeredAt();
    Instant now = clock.instant();
    return now.isBefore(last) ? last : now;
  }

  private static User face(Map<UserId, User> faces, UserId id) {
    User face = faces.get(id);
    if (face == null) {
      throw new Refusal(ErrorCode.NOT_FOUND, "no such person");
    }
    return face;
  }
}
