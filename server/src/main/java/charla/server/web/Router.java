package charla.server.web;

import charla.protocol.Bodies.Refused;
import charla.protocol.ErrorCode;
import charla.server.account.Caller;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads each request through the {@link Door} to its action, and the answer or refusal back. */
final class Router {
  private final Map<Endpoint, Action> actions = new EnumMap<>(Endpoint.class);
  private final Door door;
  private final BodyDeadline deadline;

  Router(Door door, BodyDeadline deadline) {
    this.door = door;
    this.deadline = deadline;
  }

  Router on(Endpoint endpoint, Action action) {
    if (actions.put(endpoint, action) != null) {
      throw new IllegalStateException(endpoint + " has two actions");
    }
    return this;
  }

  /** Opens every endpoint of the table; one without an action is a mistake found at the start. */
  void register(RoutesConfig routes) {
    for (Endpoint endpoint : Endpoint.values()) {
      Action action = actions.get(endpoint);
      if (action == null) {
        throw new IllegalStateException(endpoint + " has no action");
      }
      open(routes, endpoint.method(), endpoint, action);
      if (endpoint.method().equals("GET")) {
        open(routes, "HEAD", endpoint, action);
      }
    }
    routes.exception(
        Exception.class, (problem, context) -> Reply.refuse(context.res(), Failures.told(problem)));
    // Javalin asks the handler of every other exception only where this one has its own.
    routes.exception(HttpResponseException.class, Router::refuseUnmatched);
  }

  private void open(RoutesConfig routes, String method, Endpoint endpoint, Action action) {
    routes.addHttpHandler(
        HandlerType.findOrCreate(method),
        endpoint.path(),
        context -> answer(context, endpoint, action));
  }

  private void answer(Context context, Endpoint endpoint, Action action) {
    Caller caller = door.admit(context, endpoint.access());
    @Nullable Object body = action.answer(new ApiRequest(context, caller, deadline));
    Reply.send(context.res(), endpoint.status(), body);
  }

  /** No endpoint has this path, or not for this method. */
  private static void refuseUnmatched(HttpResponseException problem, Context context) {
    String allowed = problem.getDetails().get("availableMethods");
    if (allowed != null) {
      context.res().setHeader(Header.ALLOW, allowed);
    }
    Refused refused =
        Failures.told(allowed == null ? ErrorCode.NOT_FOUND : ErrorCode.METHOD_NOT_ALLOWED);
    Reply.refuse(context.res(), refused);
  }
}
