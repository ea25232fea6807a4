package charla.server.web;

import charla.protocol.Bodies.Failure;
import charla.protocol.Bodies.Refused;
import charla.protocol.ErrorCode;
import charla.protocol.Wire;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers; every one of them carries the same headers. */
final class Reply {
  private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

  static final String JSON = "application/json";

  private Reply() {}

  static void send(HttpServletResponse response, int status, @Nullable Object body) {
    byte[] bytes = body == null ? new byte[0] : bytes(body);
    response.setStatus(status);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    if (body != null) {
      response.setContentType(JSON);
      response.setContentLength(bytes.length);
    }
    try (OutputStream out = response.getOutputStream()) {
      out.write(bytes);
    } catch (IOException e) {
      LOG.debug("Whoever asked is gone: {}", e.toString());
    }
  }

  static void refuse(HttpServletResponse response, Refused refused) {
    if (refused.retryAfterSeconds() != null) {
      response.setHeader("Retry-After", refused.retryAfterSeconds().toString());
    }
    if (refused.code().httpStatus() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    send(response, refused.code().httpStatus(), new Failure(refused));
  }

  static void refuse(HttpServletResponse response, ErrorCode code) {
    refuse(response, Failures.told(code));
  }

  private static byte[] bytes(Object body) {
    return body instanceof byte[] ready ? ready : Wire.write(body).getBytes(StandardCharsets.UTF_8);
  }
}
