package charla.server.web;

import charla.protocol.Bodies;
import charla.protocol.Conversation;
import charla.protocol.ConversationId;
import charla.protocol.ErrorCode;
import charla.protocol.Limits;
import charla.protocol.UserId;
import charla.server.chat.ConversationService;
import charla.server.refusal.Refusal;
import java.util.Optional;

/** Conversations and pages of their messages. */
final class ConversationRoutes {
  private final ConversationService conversations;

  ConversationRoutes(ConversationService conversations) {
    this.conversations = conversations;
  }

  void register(Router router) {
    router
        .on(Endpoint.CONVERSATIONS, this::list)
        .on(Endpoint.OPEN_CONVERSATION, this::open)
        .on(Endpoint.CONVERSATION, this::one)
        .on(Endpoint.MESSAGES, this::messages);
  }

  private Bodies.Conversations list(ApiRequest request) {
    return new Bodies.Conversations(conversations.list(request.caller().userId()));
  }

  private Conversation open(ApiRequest request) {
    return conversations.open(
        request.caller().userId(), request.body(Bodies.OpenConversation.class).userId());
  }

  private Conversation one(ApiRequest request) {
    return conversations.one(request.caller().userId(), request.id(ConversationId::new));
  }

  /** Those after a number, those before one, or the newest. */
  private Bodies.Messages messages(ApiRequest request) {
    UserId viewer = request.caller().userId();
    ConversationId id = request.id(ConversationId::new);
    Optional<Long> after = request.number("after", 0, Long.MAX_VALUE);
    Optional<Long> before = request.number("before", 1, Long.MAX_VALUE);
    int limit =
        request.number("limit", 1, Limits.PAGE_MAX).map(Long::intValue).orElse(Limits.PAGE_DEFAULT);
    if (after.isPresent() && before.isPresent()) {
      throw new Refusal(ErrorCode.INVALID_REQUEST, "both after and before");
    }
    return after.isPresent()
        ? conversations.after(viewer, id, after.get(), limit)
        : conversations.before(viewer, id, before.orElse(Long.MAX_VALUE), limit);
  }
}
