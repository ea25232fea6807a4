package charla.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says on the live connection: one JSON object per WebSocket text message, told
 * apart by {@code type}. Every push is a hint: the truth is the log behind {@code GET
 * /conversations/{id}/messages}, and whoever misses a push finds it there. A client ignores types
 * and fields that it does not know.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "type",
    defaultImpl = ServerFrame.Unknown.class)
public sealed interface ServerFrame {

  /**
   * The first frame: from here on pushes arrive, so what was missed before is read now.
   *
   * @param epoch changes when the log was restored from a backup: a client then drops what it has
   * @param heads the newest number of each of the person's conversations
   */
  @JsonTypeName("welcome")
  record Welcome(UserId userId, SessionId sessionId, String epoch, List<Head> heads)
      implements ServerFrame {
    public Welcome {
      Checks.present(userId, "userId");
      Checks.present(sessionId, "sessionId");
      Checks.present(epoch, "epoch");
      heads = List.copyOf(heads);
    }
  }

  /** The message is durable: it is not lost from here on. Goes to the device that sent it. */
  @JsonTypeName("messageAccepted")
  record MessageAccepted(ClientId clientId, Message message) implements ServerFrame {
    public MessageAccepted {
      Checks.present(clientId, "clientId");
      Checks.present(message, "message");
    }
  }

  /** A message for every other device of every member, the sender's other devices included. */
  @JsonTypeName("newMessage")
  record NewMessage(Message message) implements ServerFrame {
    public NewMessage {
      Checks.present(message, "message");
    }
  }

  /** How far {@code userId} has come; goes to every device of every member. */
  @JsonTypeName("receipt")
  record Receipt(ConversationId conversationId, UserId userId, long delivered, long read)
      implements ServerFrame {
    public Receipt {
      Checks.present(conversationId, "conversationId");
      Checks.present(userId, "userId");
    }
  }

  /** Somebody types; to be shown for six seconds at most. */
  @JsonTypeName("typing")
  record Typing(ConversationId conversationId, UserId userId) implements ServerFrame {
    public Typing {
      Checks.present(conversationId, "conversationId");
      Checks.present(userId, "userId");
    }
  }

  /** A person one has a conversation with came or went. */
  @JsonTypeName("presence")
  record Presence(UserId userId, boolean online, @Nullable Instant lastSeen)
      implements ServerFrame {
    public Presence {
      Checks.present(userId, "userId");
    }
  }

  /** A conversation is new, or its members' names changed. */
  @JsonTypeName("conversation")
  record ConversationChanged(Conversation conversation) implements ServerFrame {
    public ConversationChanged {
      Checks.present(conversation, "conversation");
    }
  }

  /** Pushes were dropped because this reader was slow: compare the heads and catch up. */
  @JsonTypeName("resync")
  record Resync(List<Head> heads) implements ServerFrame {
    public Resync {
      heads = List.copyOf(heads);
    }
  }

  /** Answer to {@link ClientFrame.Ping}; names the conversations that moved since the last one. */
  @JsonTypeName("pong")
  record Pong(List<Head> moved) implements ServerFrame {
    public Pong {
      moved = List.copyOf(moved);
    }
  }

  /**
   * A frame was refused.
   *
   * @param clientId of the refused {@code sendMessage}; null for other frames
   * @param callId of the refused frame about a call; null for other frames
   * @param retryAfterSeconds when it may be tried again; null when trying again is of no use
   */
  @JsonTypeName("rejected")
  record Rejected(
      @Nullable ClientId clientId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CallId callId,
      ErrorCode code,
      String message,
      @Nullable Long retryAfterSeconds)
      implements ServerFrame {
    public Rejected {
      Checks.present(code, "code");
      Checks.present(message, "message");
    }
  }

  /**
   * A call began or changed; goes to every device of both people. A device of the callee that gets
   * one which nobody has answered rings, and says so with {@link ClientFrame.CallRinging}.
   *
   * @param ringsForSeconds for how much longer it rings; null once it was answered or has ended
   */
  @JsonTypeName("call")
  record CallChanged(Call call, @Nullable Long ringsForSeconds) implements ServerFrame {
    public CallChanged {
      Checks.present(call, "call");
    }
  }

  /** What the other device of the call said. */
  @JsonTypeName("callSignal")
  record CallSignal(CallId callId, SessionId fromSession, long n, Signal signal)
      implements ServerFrame {
    public CallSignal {
      Checks.present(callId, "callId");
      Checks.present(fromSession, "fromSession");
      Checks.positive(n, "n");
      Checks.present(signal, "signal");
    }
  }

  /**
   * Where a path may be found; to each device of the call when it is answered and when it resumes.
   *
   * @param iceServers none where the server's administrator named none
   * @param validSeconds for how long a path can be asked for with these credentials
   */
  @JsonTypeName("callRelay")
  record CallRelay(CallId callId, List<IceServer> iceServers, long validSeconds)
      implements ServerFrame {
    public CallRelay {
      Checks.present(callId, "callId");
      iceServers = List.copyOf(iceServers);
    }
  }

  /** A frame of a type that this version does not know. */
  record Unknown() implements ServerFrame {}

  /** A conversation and the number of its newest message. */
  record Head(ConversationId conversationId, long lastSeq) {
    public Head {
      Checks.present(conversationId, "conversationId");
    }
  }
}
