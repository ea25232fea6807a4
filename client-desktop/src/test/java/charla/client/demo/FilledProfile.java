package charla.client.demo;

import charla.client.chat.ConversationEntry;
import charla.client.chat.Conversations;
import charla.client.session.SignedIn;
import charla.client.session.TestApp;
import charla.client.session.TestServer;
import charla.protocol.User;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a profile folder for measuring: somebody who stays signed in and has 200 conversations.
 * Then serves until its input ends.
 */
public final class FilledProfile {
  private static final int CONVERSATIONS = 200;

  private FilledProfile() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (TestServer server = TestServer.in(folder.resolve("server"));
        TestApp friends = new TestApp(folder.resolve("friends"));
        TestApp ana = new TestApp(folder.resolve("profile"))) {
      friends.trust().trust(server.address(), server.authority());
      ana.trust().trust(server.address(), server.authority());
      List<User> people = new ArrayList<>();
      for (int i = 0; i < CONVERSATIONS; i++) {
        SignedIn friend = friends.register(server.address(), "friend" + i);
        people.add(friend.me().user());
        friend.close();
      }
      SignedIn signedIn = ana.register(server.address(), "ana");
      Conversations chats = ana.chats(signedIn);
      for (User person : people) {
        ConversationEntry entry =
            TestApp.success(
                ana.<ConversationEntry>answer(answer -> chats.startWith(person, answer)));
        ana.runOnFx(() -> chats.send(entry.id(), "Hello " + person.displayName()));
      }
      ana.until(() ->
          chats.entries().size() == CONVERSATIONS
              && chats.entries().stream().allMatch(entry -> entry.lastSeqProperty().get() > 0));
      signedIn.close();
      System.out.println("filled");
      while (System.in.read() >= 0) {
        // Whoever measures closes it.
      }
    }
  }
}
