package charla.client.chat;

import static charla.client.chat.FakeServer.user;

import charla.client.cache.CacheException;
import charla.protocol.ConversationId;
import charla.protocol.User;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A device with one conversation, and the server it talks to. */
abstract class OneDevice {
  static final User ANA = user(2, "ana", "Ana");
  static final User BEN = user(3, "ben", "Ben");

  @TempDir Path folder;
  final FakeServer server = new FakeServer();
  final ConversationId withAna = server.conversationWith(ANA);
  Device device;

  @BeforeEach
  void start() throws CacheException {
    device = Device.on(folder, server);
  }

  @AfterEach
  void stop() {
    device.close();
  }
}
