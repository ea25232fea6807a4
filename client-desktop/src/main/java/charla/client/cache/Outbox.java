package charla.client.cache;

import charla.client.trust.PrivateFiles;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person sent and the server has not yet acknowledged: one small file each, apart from the
 * database, so that nothing that happens to one takes another with it. Any thread; blocks.
 */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final String SUFFIX = ".json";

  /**
   * One message to be sent.
   *
   * @param order rises with each message that a person sends
   * @param refused why the server will never take it; null while it is still to be sent
   */
  public record Item(
      long order,
      ClientId clientId,
      ConversationId conversationId,
      String content,
      Instant writtenAt,
      @Nullable ErrorCode refused) {
    public Item {
      Objects.requireNonNull(clientId);
      Objects.requireNonNull(conversationId);
      Objects.requireNonNull(content);
      Objects.requireNonNull(writtenAt);
    }
  }

  private final Path folder;

  Outbox(Path folder) {
    this.folder = folder;
  }

  /** In the order in which they were sent. One that cannot be read is left out, and left alone. */
  public List<Item> all() throws CacheException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Item> items = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        read(file, items);
      }
      items.sort(Comparator.comparingLong(Item::order));
      return items;
    } catch (IOException e) {
      throw new CacheException(e);
    }
  }

  /** Adds or replaces one; on disk when it returns. */
  public void put(Item item) throws CacheException {
    try {
      PrivateFiles.write(file(item.clientId()), Wire.write(item).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CacheException(e);
    }
  }

  public void remove(ClientId clientId) throws CacheException {
    try {
      Files.deleteIfExists(file(clientId));
    } catch (IOException e) {
      throw new CacheException(e);
    }
  }

  private static void read(Path file, List<Item> items) {
    try {
      items.add(Wire.read(Files.readAllBytes(file), Item.class));
    } catch (Wire.MalformedException | IOException e) {
      LOG.warn("a waiting message cannot be read: {}", file.getFileName(), e);
    }
  }

  private Path file(ClientId clientId) {
    return folder.resolve(clientId.value() + SUFFIX);
  }
}
