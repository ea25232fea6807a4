package charla.server.chat;

import charla.protocol.CallLine;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Message;
import charla.protocol.ServerFrame;
import charla.protocol.UserId;
import charla.server.live.Connections;
import charla.server.refusal.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What conversations keep of calls. Safe for any thread; every method may block. */
public final class CallLog {
  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

  /** Behind the call's 24 digits, so that the line of a call has one name for ever. */
  private static final String LINE = "ca11ca11";

  private final Messages messages;
  private final Connections connections;

  CallLog(Messages messages, Connections connections) {
    this.messages = messages;
    this.connections = connections;
  }

  /**
   * Appends the line of a call, and tells all devices of both; a second time is nothing.
   *
   * @throws Refusal what the store says
   */
  public void add(
      ConversationId conversation, UserId caller, UserId callee, CallLine line, Instant at) {
    ClientId clientId = new ClientId(line.callId().value() + LINE);
    try {
      Messages.Appended appended =
          messages.append(
              new Messages.Draft(
                  clientId,
                  conversation,
                  caller,
                  callee,
                  "",
                  at.truncatedTo(ChronoUnit.MILLIS),
                  line));
      if (!appended.repeated()) {
        List.of(caller, callee).forEach(viewer -> tell(viewer, appended.message()));
      }
    } catch (Refusal refusal) {
      if (refusal.code() != ErrorCode.CLIENT_ID_CONFLICT) {
        throw refusal;
      }
      LOG.warn("The caller has used the name of the line of call {} already", line.callId());
    }
  }

  private void tell(UserId viewer, Message message) {
    connections.deliver(viewer, new ServerFrame.NewMessage(Seen.by(viewer, message)));
  }
}
