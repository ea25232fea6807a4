package charla.client.net;

import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.client.trust.ServerAddress;
import charla.protocol.Bodies;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.Message;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@link Api} over HTTP. */
final class ApiClient implements Api {
  private final ServerAddress address;
  private final Http http;

  ApiClient(ServerAddress address, Http http) {
    this.address = address;
    this.http = http;
  }

  @Override
  public Bodies.Me me() throws ProblemException {
    return http.get("/me", Bodies.Me.class);
  }

  @Override
  public Bodies.Me changeDisplayName(String displayName) throws ProblemException {
    return http.send("PATCH", "/me", new Bodies.EditMe(displayName), Bodies.Me.class);
  }

  @Override
  public void changePassword(String oldPassword, String newPassword) throws ProblemException {
    http.send("POST", "/me/password", new Bodies.ChangePassword(oldPassword, newPassword));
  }

  @Override
  public List<Bodies.Session> sessions() throws ProblemException {
    return http.get("/sessions", Bodies.Sessions.class).sessions();
  }

  @Override
  public void endSession(SessionId id) throws ProblemException {
    http.send("DELETE", "/sessions/" + id);
  }

  @Override
  public void endAllSessions() throws ProblemException {
    http.send("DELETE", "/sessions");
  }

  @Override
  public void signOut() throws ProblemException {
    http.send("DELETE", "/sessions/current");
  }

  @Override
  public List<User> findPeople(String text) throws ProblemException {
    return http.get("/users?query=" + escaped(text), Bodies.Users.class).users();
  }

  @Override
  public List<User> blocked() throws ProblemException {
    return http.get("/blocks", Bodies.Users.class).users();
  }

  @Override
  public void block(UserId id) throws ProblemException {
    http.send("PUT", "/blocks/" + id);
  }

  @Override
  public void unblock(UserId id) throws ProblemException {
    http.send("DELETE", "/blocks/" + id);
  }

  @Override
  public List<Conversation> conversations() throws ProblemException {
    return http.get("/conversations", Bodies.Conversations.class).conversations();
  }

  @Override
  public Conversation openConversation(UserId with) throws ProblemException {
    return http.send(
        "POST", "/conversations", new Bodies.OpenConversation(with), Conversation.class);
  }

  @Override
  public Bodies.Messages messagesAfter(ConversationId id, long seq, int limit)
      throws ProblemException {
    Bodies.Messages page = messages(id, "?after=" + seq + "&limit=" + limit, limit);
    if (!page.messages().isEmpty() && page.messages().getFirst().seq() != seq + 1) {
      throw notCharla();
    }
    return page;
  }

  @Override
  public Bodies.Messages messagesBefore(ConversationId id, long seq, int limit)
      throws ProblemException {
    String end = seq == Long.MAX_VALUE ? "?" : "?before=" + seq + "&";
    Bodies.Messages page = messages(id, end + "limit=" + limit, limit);
    if (seq != Long.MAX_VALUE
        && !page.messages().isEmpty()
        && page.messages().getLast().seq() != seq - 1) {
      throw notCharla();
    }
    return page;
  }

  @Override
  public List<Call> calls(Optional<CallId> before, int limit) throws ProblemException {
    String from = before.map(id -> "before=" + id + "&").orElse("");
    return http.get("/calls?" + from + "limit=" + limit, Bodies.Calls.class).calls();
  }

  @Override
  public void forgetCall(CallId id) throws ProblemException {
    http.send("DELETE", "/calls/" + id);
  }

  @Override
  public Bodies.Invite invite(int uses, int validDays) throws ProblemException {
    return http.send(
        "POST", "/invites", new Bodies.NewInvite(uses, validDays), Bodies.Invite.class);
  }

  @Override
  public void close() {
    http.close();
  }

  /** Whatever the server is, what comes out of here follows each other and belongs together. */
  private Bodies.Messages messages(ConversationId id, String query, int limit)
      throws ProblemException {
    Bodies.Messages page =
        http.get("/conversations/" + id + "/messages" + query, Bodies.Messages.class);
    List<Message> messages = page.messages();
    if (messages.size() > limit) {
      throw notCharla();
    }
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (!message.conversationId().equals(id) || message.seq() != messages.getFirst().seq() + i) {
        throw notCharla();
      }
    }
    return page;
  }

  private ProblemException notCharla() {
    return new ProblemException(new Problem.NotCharla(address.toString()));
  }

  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
