package charla.server.web;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.protocol.UserId;
import charla.server.account.AccountServices;
import charla.server.account.Profile;
import charla.server.account.Registration;
import charla.server.chat.ConversationService;
import charla.server.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Registering, one's own account, and what administrators do. */
final class AccountRoutes {
  private final AccountServices accounts;
  private final ConversationService conversations;

  AccountRoutes(AccountServices accounts, ConversationService conversations) {
    this.accounts = accounts;
    this.conversations = conversations;
  }

  void register(Router router) {
    Registration registration = accounts.registration();
    Profile profile = accounts.profile();
    router
        .on(Endpoint.REGISTER, r -> registration.register(r.body(Bodies.Register.class)))
        .on(Endpoint.USERNAME_AVAILABLE, r -> registration.usernameAvailable(username(r)))
        .on(Endpoint.ME, r -> profile.me(r.caller()))
        .on(Endpoint.EDIT_ME, this::edit)
        .on(Endpoint.CHANGE_PASSWORD, this::changePassword)
        .on(Endpoint.SUSPEND, this::suspend)
        .on(Endpoint.NEW_INVITE, this::invite);
  }

  private Bodies.Me edit(ApiRequest request) {
    Bodies.Me me = accounts.profile().edit(request.caller(), request.body(Bodies.EditMe.class));
    conversations.showAll(request.caller().userId());
    return me;
  }

  private @Nullable Object changePassword(ApiRequest request) {
    accounts
        .profile()
        .changePassword(
            request.caller(), request.body(Bodies.ChangePassword.class), request.address());
    return null;
  }

  private @Nullable Object suspend(ApiRequest request) {
    accounts
        .administration()
        .setSuspended(
            request.caller(), request.id(UserId::new), request.body(Bodies.Suspension.class));
    return null;
  }

  private Bodies.Invite invite(ApiRequest request) {
    return accounts
        .administration()
        .createInvite(request.caller(), request.body(Bodies.NewInvite.class));
  }

  private static String username(ApiRequest request) {
    return request
        .query("username")
        .orElseThrow(() -> new Refusal(ErrorCode.INVALID_REQUEST, "no username"));
  }
}
