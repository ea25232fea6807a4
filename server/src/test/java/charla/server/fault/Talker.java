package charla.server.fault;

import charla.protocol.Bodies;
import charla.protocol.ClientFrame;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.Limits;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import charla.server.web.TestClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device that does what delivery asks of every client: it repeats what was not answered, under
 * the same id and in order, and reads the log behind its cursor. Its whole life goes into the
 * history. One thread at a time.
 */
final class Talker {
  private static final Logger LOG = LoggerFactory.getLogger(Talker.class);

  /** How many messages wait for their answer at once. */
  private static final int WINDOW = 4;

  private static final int READS_EVERY = 5;

  private final TestClient device;
  private final ConversationId conversation;
  private final History history;
  private final Random random;
  private final Deque<History.Sent> unanswered = new ArrayDeque<>();
  private final List<Message> log = new ArrayList<>();
  private int written;

  /**
   * @param random of its own; makes the ids
   */
  Talker(TestClient device, ConversationId conversation, History history, Random random) {
    this.device = device;
    this.conversation = conversation;
    this.history = history;
    this.random = random;
  }

  /**
   * Connects, catches up, repeats, and goes on writing until the line is cut.
   *
   * @param messages how many new ones it writes at most
   * @param answered run after each answer
   */
  void talk(URI server, int messages, Runnable answered) {
    int end = written + messages;
    try (TestClient here = device.at(server)) {
      Line line = arrive(here);
      Optional<ServerFrame> frame;
      do {
        while (written < end && unanswered.size() < WINDOW) {
          write(line);
        }
        frame = line.next();
        frame.ifPresent(f -> hear(here, line, f, answered));
      } while (frame.isPresent());
    } catch (CompletionException | UncheckedIOException cut) {
      LOG.debug("{} was cut off: {}", device.username(), cut.toString());
    }
  }

  /** Repeats until everything is answered. */
  void settle(URI server) {
    try (TestClient here = device.at(server)) {
      Line line = arrive(here);
      while (!unanswered.isEmpty()) {
        hear(here, line, line.next().orElseThrow(), () -> {});
      }
    }
  }

  /** Reads to the end what the others wrote, and hands its log over. */
  History.DeviceLog finish(URI server) {
    try (TestClient here = device.at(server)) {
      catchUp(here);
    }
    return new History.DeviceLog(device.username(), device.userId(), conversation, log);
  }

  int unanswered() {
    return unanswered.size();
  }

  private Line arrive(TestClient here) {
    Line line = new Line(here);
    catchUp(here);
    unanswered.forEach(message -> send(line, message));
    return line;
  }

  private void write(Line line) {
    String content = device.username() + " " + ++written;
    byte[] id = new byte[16];
    random.nextBytes(id);
    ClientId clientId = new ClientId(java.util.HexFormat.of().formatHex(id));
    History.Sent message = new History.Sent(clientId, device.userId(), conversation, content);
    history.sending(message);
    unanswered.add(message);
    send(line, message);
  }

  private static void send(Line line, History.Sent message) {
    line.send(
        new ClientFrame.SendMessage(message.clientId(), message.conversation(), message.content()));
  }

  private void hear(TestClient here, Line line, ServerFrame frame, Runnable answered) {
    switch (frame) {
      case ServerFrame.MessageAccepted(ClientId clientId, Message message) -> {
        history.accepted(clientId, message);
        unanswered.removeIf(waiting -> waiting.clientId().equals(clientId));
        take(here, message);
        answered.run();
      }
      case ServerFrame.NewMessage(Message message) -> {
        take(here, message);
        if (message.seq() % READS_EVERY == 0) {
          line.send(new ClientFrame.Read(conversation, message.seq()));
        }
      }
      case ServerFrame.Rejected refused -> throw new AssertionError(refused);
      default -> LOG.trace("Of no matter here: {}", frame);
    }
  }

  /** Only the next number is new; one beyond it shows a hole. */
  private void take(TestClient here, Message message) {
    if (message.seq() == log.size() + 1) {
      log.add(message);
      history.cursor(device.username(), conversation, log.size());
    } else if (message.seq() > log.size()) {
      catchUp(here);
    }
  }

  private void catchUp(TestClient here) {
    List<Message> page;
    do {
      page =
          here.get(
                  "/conversations/%s/messages?after=%d&limit=%d"
                      .formatted(conversation, log.size(), Limits.PAGE_MAX))
              .as(Bodies.Messages.class)
              .messages();
      log.addAll(page);
      history.cursor(device.username(), conversation, log.size());
    } while (page.size() == Limits.PAGE_MAX);
  }
}
