package charla.client.net;

import charla.client.notice.ProblemException;
import charla.protocol.Bodies;
import charla.protocol.Call;
import charla.protocol.CallId;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.SessionId;
import charla.protocol.User;
import charla.protocol.UserId;
import java.util.List;
import java.util.Optional;

/**
 * What a signed-in person asks the server. Every call blocks until the answer is there, at most
 * some 30 s, and may be made by any thread but the FX thread.
 */
public interface Api extends AutoCloseable {
  Bodies.Me me() throws ProblemException;

  Bodies.Me changeDisplayName(String displayName) throws ProblemException;

  /** Ends every other session. */
  void changePassword(String oldPassword, String newPassword) throws ProblemException;

  List<Bodies.Session> sessions() throws ProblemException;

  void endSession(SessionId id) throws ProblemException;

  /** Ends this session too. */
  void endAllSessions() throws ProblemException;

  /** Ends this session only. */
  void signOut() throws ProblemException;

  /** At most {@link charla.protocol.Limits#PEOPLE_MAX}. */
  List<User> findPeople(String text) throws ProblemException;

  List<User> blocked() throws ProblemException;

  void block(UserId id) throws ProblemException;

  void unblock(UserId id) throws ProblemException;

  List<Conversation> conversations() throws ProblemException;

  Conversation openConversation(UserId with) throws ProblemException;

  /** Up to {@code limit} messages above {@code seq}, rising, without holes. */
  Bodies.Messages messagesAfter(ConversationId id, long seq, int limit) throws ProblemException;

  /** The last {@code limit} messages below {@code seq}, rising, without holes. */
  Bodies.Messages messagesBefore(ConversationId id, long seq, int limit) throws ProblemException;

  /**
   * Own calls, the newest first.
   *
   * @param before those below it; empty begins with the newest
   */
  List<Call> calls(Optional<CallId> before, int limit) throws ProblemException;

  /** Hides it from one's own list. */
  void forgetCall(CallId id) throws ProblemException;

  /** For administrators. */
  Bodies.Invite invite(int uses, int validDays) throws ProblemException;

  /** Ends what is under way. */
  @Override
  void close();
}
