package charla.server.call;

import charla.protocol.IceServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** As much of TURN (RFC 8656) as asking for a relay takes, over UDP. */
final class TurnClient implements AutoCloseable {
  static final int GRANTED = 0;

  private static final int MAGIC = 0x2112A442;
  private static final int ALLOCATE = 0x0003;
  private static final int CREATE_PERMISSION = 0x0008;
  private static final int SUCCESS = 0x0100;
  private static final int USERNAME = 0x0006;
  private static final int INTEGRITY = 0x0008;
  private static final int ERROR_CODE = 0x0009;
  private static final int PEER = 0x0012;
  private static final int REALM = 0x0014;
  private static final int NONCE = 0x0015;
  private static final int FAMILY = 0x0017;
  private static final int TRANSPORT = 0x0019;
  private static final int SOFTWARE = 0x8022;
  private static final byte[] UDP = {17, 0, 0, 0};
  private static final byte[] IPV6 = {2, 0, 0, 0};

  private final DatagramSocket socket = new DatagramSocket();
  private final InetSocketAddress server;
  private final Random random = new Random();
  private final @Nullable IceServer login;
  private byte[] realm = {};
  private byte[] nonce = {};

  private record Answer(int type, Map<Integer, byte[]> attributes) {
    int code() {
      byte[] error = attributes.get(ERROR_CODE);
      return error == null ? GRANTED : error[2] * 100 + error[3];
    }
  }

  /**
   * @param login null for nobody
   */
  TurnClient(InetSocketAddress server, @Nullable IceServer login) throws IOException {
    this.server = server;
    this.login = login;
    socket.setSoTimeout(2_000);
  }

  /** Asks for a relay: {@link #GRANTED}, or the code of the refusal. */
  int allocate() throws IOException {
    return allocate(Map.of());
  }

  int allocateIpv6() throws IOException {
    return allocate(Map.of(FAMILY, IPV6));
  }

  /** Asks to send to this address through the relay. */
  int permit(String peer) throws IOException {
    return ask(CREATE_PERMISSION, address -> Map.of(PEER, peer(peer, address))).code();
  }

  private int allocate(Map<Integer, byte[]> family) throws IOException {
    Map<Integer, byte[]> wanted = new HashMap<>(family);
    wanted.put(TRANSPORT, UDP);
    Answer first = ask(ALLOCATE, _ -> wanted);
    if (first.attributes().containsKey(SOFTWARE)) {
      throw new AssertionError("the server tells its version");
    }
    if (login == null || first.code() != 401) {
      return first.code();
    }
    realm = Objects.requireNonNull(first.attributes().get(REALM));
    nonce = Objects.requireNonNull(first.attributes().get(NONCE));
    return ask(ALLOCATE, _ -> wanted).code();
  }

  @FunctionalInterface
  private interface Body {
    Map<Integer, byte[]> of(byte[] transaction) throws IOException;
  }

  private Answer ask(int type, Body body) throws IOException {
    byte[] transaction = new byte[12];
    random.nextBytes(transaction);
    byte[] request = request(type, transaction, body.of(transaction));
    socket.send(new DatagramPacket(request, request.length, server));
    Answer answer;
    do {
      DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
      socket.receive(packet);
      answer = read(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()), transaction);
    } while (answer == null);
    return answer;
  }

  private byte[] request(int type, byte[] transaction, Map<Integer, byte[]> attributes) {
    ByteBuffer out = ByteBuffer.allocate(1_024).putShort((short) type).putShort((short) 0);
    out.putInt(MAGIC).put(transaction);
    attributes.forEach((name, value) -> put(out, name, value));
    if (login != null && login.username() != null && realm.length > 0) {
      put(out, USERNAME, login.username().getBytes(StandardCharsets.UTF_8));
      put(out, REALM, realm);
      put(out, NONCE, nonce);
      out.putShort(2, (short) (out.position() - 20 + 24));
      put(out, INTEGRITY, integrity(Arrays.copyOf(out.array(), out.position()), login));
    }
    out.putShort(2, (short) (out.position() - 20));
    return Arrays.copyOf(out.array(), out.position());
  }

  private byte[] integrity(byte[] message, IceServer user) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      md5.update((user.username() + ":").getBytes(StandardCharsets.UTF_8));
      md5.update(realm);
      byte[] key = md5.digest((":" + user.credential()).getBytes(StandardCharsets.UTF_8));
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(ByteBuffer out, int name, byte[] value) {
    out.putShort((short) name).putShort((short) value.length).put(value);
    out.put(new byte[-value.length & 3]);
  }

  /** Null for what answers something else. */
  private static @Nullable Answer read(ByteBuffer in, byte[] transaction) {
    int type = in.getShort();
    in.getShort();
    in.getInt();
    byte[] about = new byte[12];
    in.get(about);
    if (!Arrays.equals(about, transaction)) {
      return null;
    }
    Map<Integer, byte[]> attributes = new HashMap<>();
    while (in.remaining() >= 4) {
      int name = in.getShort() & 0xffff;
      byte[] value = new byte[in.getShort() & 0xffff];
      in.get(value);
      in.position(Math.min(in.limit(), in.position() + (-value.length & 3)));
      attributes.put(name, value);
    }
    if ((type & SUCCESS) == 0) {
      throw new AssertionError("not an answer: " + Integer.toHexString(type));
    }
    return new Answer(type, attributes);
  }

  /** XOR-PEER-ADDRESS; a mapped IPv4 address stays the IPv6 address that was written. */
  private static byte[] peer(String address, byte[] transaction) throws IOException {
    byte[] plain = bytes(address);
    ByteBuffer mask = ByteBuffer.allocate(16).putInt(MAGIC).put(transaction);
    ByteBuffer out = ByteBuffer.allocate(4 + plain.length);
    out.put((byte) 0).put((byte) (plain.length == 4 ? 1 : 2)).putShort((short) (4_000 ^ 0x2112));
    for (int i = 0; i < plain.length; i++) {
      out.put((byte) (plain[i] ^ mask.get(i)));
    }
    return out.array();
  }

  private static byte[] bytes(String address) throws IOException {
    byte[] plain = InetAddress.getByName(address).getAddress();
    return address.startsWith("::ffff:")
        ? ByteBuffer.allocate(16).position(10).putShort((short) 0xffff).put(plain).array()
        : plain;
  }

  @Override
  public void close() {
    socket.close();
  }
}
