package charla.server.web;

import charla.protocol.Bodies.Refused;
import charla.protocol.CallId;
import charla.protocol.ClientFrame;
import charla.protocol.ClientId;
import charla.protocol.ErrorCode;
import charla.protocol.ServerFrame;
import charla.server.account.Caller;
import charla.server.call.CallBroker;
import charla.server.chat.ChatService;
import org.jspecify.annotations.Nullable;

/** Does what a frame asks for; a refusal goes back as {@code rejected}. */
final class Frames {
  private final ChatService chat;
  private final CallBroker calls;
  private final LiveDesk desk;

  Frames(ChatService chat, CallBroker calls, LiveDesk desk) {
    this.chat = chat;
    this.calls = calls;
    this.desk = desk;
  }

  void handle(LiveDesk.Visit visit, ClientFrame frame) {
    try {
      perform(visit, frame);
    } catch (RuntimeException problem) {
      reject(visit, frame, Failures.told(problem));
    }
  }

  void reject(LiveDesk.Visit visit, ClientFrame frame, Refused refused) {
    ClientId clientId =
        frame instanceof ClientFrame.SendMessage message ? message.clientId() : null;
    CallId callId = frame instanceof ClientFrame.OfCall about ? about.callId() : null;
    visit
        .connection()
        .send(
            new ServerFrame.Rejected(
                clientId, callId, refused.code(), words(refused), refused.retryAfterSeconds()));
  }

  private void perform(LiveDesk.Visit visit, ClientFrame frame) {
    Caller caller = visit.caller();
    switch (frame) {
      case ClientFrame.SendMessage message ->
          chat.send(caller.userId(), caller.sessionId(), message);
      case ClientFrame.Delivered delivered -> chat.delivered(caller.userId(), delivered);
      case ClientFrame.Read read -> chat.read(caller.userId(), read);
      case ClientFrame.Typing typing -> chat.typing(caller.userId(), typing);
      case ClientFrame.Ping _ -> pong(visit);
      case ClientFrame.StartCall start -> calls.start(caller, start);
      case ClientFrame.CallRinging(CallId id) -> calls.ringing(caller, id);
      case ClientFrame.AcceptCall(CallId id) -> calls.accept(caller, id);
      case ClientFrame.DeclineCall(CallId id) -> calls.decline(caller, id);
      case ClientFrame.CallConnected(CallId id) -> calls.connected(caller, id);
      case ClientFrame.EndCall end -> calls.end(caller, end);
      case ClientFrame.CallSignal signal -> calls.signal(caller, signal);
      case ClientFrame.ResumeCall resume -> calls.resume(caller, resume);
      case ClientFrame.Unknown unknown ->
          reject(visit, unknown, Failures.told(ErrorCode.INVALID_REQUEST));
    }
  }

  private void pong(LiveDesk.Visit visit) {
    desk.endIfSignedOut(visit);
    visit.connection().send(new ServerFrame.Pong(visit.told().moved()));
  }

  private static String words(Refused refused) {
    @Nullable String trace = refused.trace();
    return trace == null ? refused.message() : refused.message() + " Trace " + trace;
  }
}
