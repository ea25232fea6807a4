package charla.server.web;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import charla.protocol.User;
import charla.protocol.UserId;
import charla.server.account.People;
import charla.server.chat.Visibility;
import charla.server.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Other people: found, shown, blocked. */
final class PeopleRoutes {
  private final People people;
  private final Visibility visibility;

  PeopleRoutes(People people, Visibility visibility) {
    this.people = people;
    this.visibility = visibility;
  }

  void register(Router router) {
    router
        .on(Endpoint.FIND_PEOPLE, this::find)
        .on(Endpoint.PERSON, this::person)
        .on(Endpoint.BLOCKS, this::blocks)
        .on(Endpoint.BLOCK, this::block)
        .on(Endpoint.UNBLOCK, this::unblock);
  }

  private Bodies.Users find(ApiRequest request) {
    String query =
        request
            .query("query")
            .orElseThrow(() -> new Refusal(ErrorCode.INVALID_REQUEST, "no query"));
    return visible(request, people.find(request.caller(), query));
  }

  private User person(ApiRequest request) {
    return visibility.to(request.caller().userId(), people.byId(request.id(UserId::new)));
  }

  private Bodies.Users blocks(ApiRequest request) {
    return visible(request, people.blocks(request.caller()));
  }

  private @Nullable Object block(ApiRequest request) {
    people.block(request.caller(), request.id(UserId::new));
    return null;
  }

  private @Nullable Object unblock(ApiRequest request) {
    people.unblock(request.caller(), request.id(UserId::new));
    return null;
  }

  private Bodies.Users visible(ApiRequest request, Bodies.Users users) {
    return new Bodies.Users(visibility.to(request.caller().userId(), users.users()));
  }
}
