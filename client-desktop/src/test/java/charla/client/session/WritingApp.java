package charla.client.session;

import static charla.client.session.TestApp.success;

import charla.client.chat.Conversations;
import charla.client.chat.Timeline;
import charla.client.net.LinkState;
import charla.client.net.Live;
import charla.protocol.ConversationId;
import charla.protocol.ServerFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A process that is the app without its windows. It comes back to its session, writes some messages
 * and says a line when it has begun, at each message that the server took and when it has the last
 * one, until it is killed or its starter is gone.
 */
final class WritingApp implements Live.Listener {
  private WritingApp() {}

  /** Arguments: the profile's folder, the conversation, the first number and how many. */
  public static void main(String[] arguments) throws IOException {
    TestApp app = new TestApp(Path.of(arguments[0]));
    ConversationId conversation = new ConversationId(arguments[1]);
    int first = Integer.parseInt(arguments[2]);
    int count = Integer.parseInt(arguments[3]);
    SignedIn signedIn =
        success(app.<Optional<SignedIn>>answer(app.sessions()::restore)).orElseThrow();
    Conversations chats =
        app.onFx(() -> Conversations.start(signedIn, InstantSource.system(), new WritingApp()));
    app.until(() -> !chats.entries().isEmpty());
    System.out.println("begins");
    for (int i = 0; i < count; i++) {
      String text = text(first + i);
      app.runOnFx(() -> chats.send(conversation, text));
    }
    String last = text(first + count - 1);
    Timeline timeline = app.onFx(() -> chats.open(conversation));
    app.until(
        Duration.ofMinutes(1),
        () ->
            timeline.messages().stream()
                .anyMatch(message -> message.content().equals(last) && message.seq() > 0));
    System.out.println("done");
    while (System.in.read() >= 0) {
      // Nothing is ever said; the end of it is the end of the starter.
    }
    Runtime.getRuntime().halt(1);
  }

  /** Sorts as the numbers do. */
  static String text(int number) {
    return "number %06d".formatted(number);
  }

  @Override
  public void state(LinkState state) {
    // It writes all the same.
  }

  @Override
  public void frame(ServerFrame frame) {
    if (frame instanceof ServerFrame.MessageAccepted) {
      System.out.println("taken");
    }
  }
}
