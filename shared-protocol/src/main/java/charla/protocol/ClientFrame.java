package charla.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * What a client says on the live connection: one JSON object per WebSocket text message, at most 64
 * KiB, told apart by {@code type}. A type the server does not know is answered with {@link
 * ServerFrame.Rejected} and the connection stays.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "type",
    defaultImpl = ClientFrame.Unknown.class)
public sealed interface ClientFrame {

  /**
   * Stores a message and sends it on. Answered by {@link ServerFrame.MessageAccepted} once it is
   * durable, or by {@link ServerFrame.Rejected}. May be repeated with the same {@code clientId} and
   * content: the first answer comes again and nothing is stored twice.
   */
  @JsonTypeName("sendMessage")
  record SendMessage(ClientId clientId, ConversationId conversationId, String content)
      implements ClientFrame {
    public SendMessage {
      Checks.present(clientId, "clientId");
      Checks.present(conversationId, "conversationId");
      Checks.present(content, "content");
    }
  }

  /** This person has every message up to {@code seq}. A smaller number than before is ignored. */
  @JsonTypeName("delivered")
  record Delivered(ConversationId conversationId, long seq) implements ClientFrame {
    public Delivered {
      Checks.present(conversationId, "conversationId");
      Checks.positive(seq, "seq");
    }
  }

  /** This person has read every message up to {@code seq}; counts as delivered too. */
  @JsonTypeName("read")
  record Read(ConversationId conversationId, long seq) implements ClientFrame {
    public Read {
      Checks.present(conversationId, "conversationId");
      Checks.positive(seq, "seq");
    }
  }

  /** This person is typing; sent at most every three seconds, never stored. */
  @JsonTypeName("typing")
  record Typing(ConversationId conversationId) implements ClientFrame {
    public Typing {
      Checks.present(conversationId, "conversationId");
    }
  }

  /** "Are you there?", every 15 seconds; answered by {@link ServerFrame.Pong}. */
  @JsonTypeName("ping")
  record Ping() implements ClientFrame {}

  /**
   * Calls somebody with whom this person has a conversation. Answered by {@link
   * ServerFrame.CallChanged}. May be repeated: an id that is known rings nobody again, and its call
   * is told as it stands. When the other is just calling this person, the answer is that call,
   * answered by this device, and this id is never used.
   */
  @JsonTypeName("startCall")
  record StartCall(CallId callId, UserId toUser) implements ClientFrame, OfCall {
    public StartCall {
      Checks.present(callId, "callId");
      Checks.present(toUser, "toUser");
    }
  }

  /** This device of the callee really rings. */
  @JsonTypeName("callRinging")
  record CallRinging(CallId callId) implements ClientFrame, OfCall {
    public CallRinging {
      Checks.present(callId, "callId");
    }
  }

  /** This device of the callee answers: the first one gets the call, the others stop ringing. */
  @JsonTypeName("acceptCall")
  record AcceptCall(CallId callId) implements ClientFrame, OfCall {
    public AcceptCall {
      Checks.present(callId, "callId");
    }
  }

  /** The callee does not want to talk now; all devices stop ringing. */
  @JsonTypeName("declineCall")
  record DeclineCall(CallId callId) implements ClientFrame, OfCall {
    public DeclineCall {
      Checks.present(callId, "callId");
    }
  }

  /** A device of the call hears the other one. */
  @JsonTypeName("callConnected")
  record CallConnected(CallId callId) implements ClientFrame, OfCall {
    public CallConnected {
      Checks.present(callId, "callId");
    }
  }

  /**
   * A device of the call ends it.
   *
   * @param reason {@code completed} for hanging up, {@code cancelled} for the caller before the
   *     answer, {@code lost} or {@code ice_failed}; where it does not fit, the server stores the
   *     one that does
   */
  @JsonTypeName("endCall")
  record EndCall(CallId callId, CallReason reason) implements ClientFrame, OfCall {
    public EndCall {
      Checks.present(callId, "callId");
      Checks.present(reason, "reason");
    }
  }

  /**
   * For the other device of an answered call.
   *
   * @param n 1, 2, 3… for each call and sender; a number that is not above the last one is dropped
   */
  @JsonTypeName("callSignal")
  record CallSignal(CallId callId, long n, Signal signal) implements ClientFrame, OfCall {
    public CallSignal {
      Checks.present(callId, "callId");
      Checks.positive(n, "n");
      Checks.present(signal, "signal");
    }
  }

  /**
   * A device of the call is back on a new connection. Answered by the call as it stands, {@link
   * ServerFrame.CallRelay} when it was answered, and the kept signals above {@code heardUpTo}.
   *
   * @param heardUpTo the highest {@code n} that was heard from the other device; 0 for none
   */
  @JsonTypeName("resumeCall")
  record ResumeCall(CallId callId, long heardUpTo) implements ClientFrame, OfCall {
    public ResumeCall {
      Checks.present(callId, "callId");
    }
  }

  /** What is said about one call. */
  interface OfCall {
    CallId callId();
  }

  /** A frame of a type that this version does not know. */
  record Unknown() implements ClientFrame {}
}
