package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.Wire;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Speaks bytes, as no well-behaved client does. */
final class RawPeer implements AutoCloseable {
  private static final int MOMENT_MILLIS = 200;

  private final Socket socket = new Socket();
  private final DataInputStream in;

  /** The head and body of an answer. */
  record Answer(int status, String head, String body) {
    ErrorCode code() throws Wire.MalformedException {
      return Wire.read(body, Bodies.Failure.class).error().code();
    }
  }

  RawPeer(int port) throws IOException {
    // Small, so that a peer that does not read is soon felt at the other end.
    socket.setReceiveBufferSize(4 * 1024);
    socket.setSoTimeout((int) TestLive.PATIENCE.toMillis());
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    in = new DataInputStream(socket.getInputStream());
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends no more, but still reads. */
  void endSending() throws IOException {
    socket.shutdownOutput();
  }

  /** Asks for an upgrade with further header lines, each ended by CRLF. */
  void askUpgrade(String headers) throws IOException {
    askUpgrade(Limits.LIVE_PATH, headers);
  }

  void askUpgrade(String path, String headers) throws IOException {
    send(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + headers
            + "\r\n");
  }

  /** Opens a live connection; the welcome is left unread. */
  Answer upgrade(String token) throws IOException {
    askUpgrade("Authorization: Bearer " + token + "\r\n");
    Answer answer = answer();
    assertThat(answer.status()).isEqualTo(101);
    return answer;
  }

  Answer answer() throws IOException {
    String head = head();
    int status = Integer.parseInt(head.split(" ", 3)[1]);
    byte[] body = new byte[status == 101 ? 0 : contentLength(head)];
    in.readFully(body);
    return new Answer(status, head, new String(body, StandardCharsets.UTF_8));
  }

  /** Sends one masked frame. */
  void frame(int firstByte, byte[] payload) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(firstByte);
    if (payload.length < 126) {
      out.write(0x80 | payload.length);
    } else if (payload.length < 65_536) {
      out.write(0x80 | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    } else {
      out.write(0x80 | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) ((long) payload.length >> shift));
      }
    }
    // The mask is zero, so the payload stands as it is.
    out.write(new byte[4]);
    out.write(payload);
    send(out.toByteArray());
  }

  void frame(int firstByte, String payload) throws IOException {
    frame(firstByte, payload.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads on until the server says good-bye; 0 when it hangs up without. */
  int closeCode() throws IOException {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0xf;
        byte[] payload = new byte[length()];
        in.readFully(payload);
        if (opcode == 8) {
          return ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
        }
      }
    } catch (EOFException e) {
      return 0;
    }
  }

  /** Reads on until the server hangs up. */
  void assertCut() throws IOException {
    try {
      in.readAllBytes();
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  /** Whether the server has hung up, as far as can be seen in a moment; what comes is dropped. */
  boolean isCut() throws IOException {
    socket.setSoTimeout(MOMENT_MILLIS);
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
      return true;
    } finally {
      socket.setSoTimeout((int) TestLive.PATIENCE.toMillis());
    }
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte();
    return length < 126
        ? length
        : length == 126 ? in.readUnsignedShort() : Math.toIntExact(in.readLong());
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  private static int contentLength(String head) {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
