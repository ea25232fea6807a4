package charla.server.live;

import charla.protocol.ServerFrame;
import charla.protocol.Wire;
import java.nio.charset.StandardCharsets;

/** A frame as text, made once however many devices it goes to. */
record Encoded(String text, int bytes) {
  static Encoded of(ServerFrame frame) {
    String text = Wire.write(frame);
    return new Encoded(text, text.getBytes(StandardCharsets.UTF_8).length);
  }
}
