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

  /** A frame of a type that this version does not know. */
  record Unknown() implements ClientFrame {}
}
