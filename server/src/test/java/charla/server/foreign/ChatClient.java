package charla.server.foreign;

import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code chat-client.mjs} at work: it is told and tells in JSON, an object a line. */
public final class ChatClient implements AutoCloseable {
  static final String PASSWORD = "seven green bicycles";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final NodeProcess process;

  private ChatClient(NodeProcess process) {
    this.process = process;
  }

  /** Registers this person, or signs them in when there is one, and connects. */
  static ChatClient start(String link, String username) throws Exception {
    return new ChatClient(
        NodeProcess.start(NodeModules.FOLDER.resolve("chat-client.mjs"), link, username, PASSWORD));
  }

  /** The same, and waits until it is connected. */
  public static ChatClient connected(String link, String username) throws Exception {
    ChatClient client = start(link, username);
    client.await("connected");
    return client;
  }

  /** The id of the conversation with this person. */
  public String open(String username) throws InterruptedException {
    tell("open", "\"username\": \"%s\"".formatted(username));
    return await("opened").path("id").asString();
  }

  public void send(String conversationId, String content) {
    tell(
        "send",
        "\"conversationId\": \"%s\", \"content\": \"%s\"".formatted(conversationId, content));
  }

  public void read(String conversationId, long seq) {
    tell("read", "\"conversationId\": \"%s\", \"seq\": %d".formatted(conversationId, seq));
  }

  /** Says this frame as it is. */
  void say(String frame) {
    tell("say", "\"frame\": " + frame);
  }

  /** Cuts its line, as a network does. */
  void cut() {
    process.type("{\"do\": \"cut\"}");
  }

  void signOut() {
    process.type("{\"do\": \"signOut\"}");
  }

  public JsonNode await(String event) throws InterruptedException {
    return await(event, any -> true);
  }

  /** The next event of this name for which this holds. */
  public JsonNode await(String event, Predicate<JsonNode> condition) throws InterruptedException {
    return JSON.readTree(
        process.awaitLine(line -> isEvent(line, event) && condition.test(JSON.readTree(line))));
  }

  int awaitEnd() throws InterruptedException {
    return process.awaitEnd();
  }

  @Override
  public void close() {
    process.close();
  }

  private static boolean isEvent(String line, String event) {
    return line.startsWith("{\"event\":\"" + event + "\"");
  }

  private void tell(String what, String fields) {
    process.type("{\"do\": \"%s\", %s}".formatted(what, fields));
  }
}
