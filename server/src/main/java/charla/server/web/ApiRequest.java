package charla.server.web;

import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Wire;
import charla.server.account.Caller;
import charla.server.refusal.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request: what was asked, by whom, from where. What is malformed is refused here. */
final class ApiRequest {
  private final Context context;
  private final @Nullable Caller caller;
  private final BodyDeadline deadline;

  ApiRequest(Context context, @Nullable Caller caller, BodyDeadline deadline) {
    this.context = context;
    this.caller = caller;
    this.deadline = deadline;
  }

  /** Whoever is signed in; there is somebody wherever the endpoint's {@link Access} says so. */
  Caller caller() {
    if (caller == null) {
      throw new Refusal(ErrorCode.SESSION_ENDED, "nobody is signed in");
    }
    return caller;
  }

  String address() {
    return addressOf(context);
  }

  /** The address of the socket: a header can say anything. */
  static String addressOf(Context context) {
    return context.req().getRemoteAddr();
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  /**
   * @throws Refusal {@code invalid_request} when it is there but no number of this range
   */
  Optional<Long> number(String name, long min, long max) {
    return query(name).map(text -> inRange(text, min, max));
  }

  /**
   * @throws Refusal {@code not_found} for what cannot be an id at all
   */
  <T> T id(Function<String, T> type) {
    try {
      return type.apply(context.pathParam("id"));
    } catch (IllegalArgumentException e) {
      throw new Refusal(ErrorCode.NOT_FOUND, "not an id");
    }
  }

  /**
   * @throws Refusal {@code unsupported_media_type}, {@code too_large}, {@code invalid_json}
   */
  <T> T body(Class<T> type) {
    requireJson();
    try {
      return Wire.read(bytes(), type);
    } catch (Wire.MalformedException e) {
      throw new Refusal(ErrorCode.INVALID_JSON, "a body that is not " + type.getSimpleName());
    } catch (IOException e) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "a body that broke off or came too slowly");
    }
  }

  private void requireJson() {
    String type = context.req().getContentType();
    String bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!bare.equals(Reply.JSON)) {
      throw new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "a body that is not JSON");
    }
  }

  private byte[] bytes() throws IOException {
    requireSize(context.req().getContentLengthLong());
    try (InputStream in = context.req().getInputStream();
        var _ = deadline.start(context.req())) {
      byte[] bytes = in.readNBytes(Limits.REST_BODY_BYTES + 1);
      requireSize(bytes.length);
      return bytes;
    }
  }

  private static void requireSize(long length) {
    if (length > Limits.REST_BODY_BYTES) {
      throw new Refusal(ErrorCode.TOO_LARGE, "a body that is too large");
    }
  }

  private static long inRange(String text, long min, long max) {
    try {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "not a number");
    }
    throw new Refusal(ErrorCode.INVALID_REQUEST, "a number out of range");
  }
}
