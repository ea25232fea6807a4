package charla.server.web;

import static charla.server.web.Access.ADMINISTRATOR;
import static charla.server.web.Access.ANYBODY;
import static charla.server.web.Access.SIGNED_IN;

import charla.protocol.Limits;

/**
 * Every REST endpoint: what it is called, who may ask, and the status of a good answer. Routes are
 * registered from this table and nowhere else, in this order (the first that matches wins).
 */
public enum Endpoint {
  SERVER_INFO("GET", "/server", ANYBODY, 200),
  OPENAPI("GET", "/openapi.json", ANYBODY, 200),
  LIVENESS("GET", "/health/live", ANYBODY, 204),
  READINESS("GET", "/health/ready", ANYBODY, 204),

  REGISTER("POST", "/users", ANYBODY, 201),
  USERNAME_AVAILABLE("GET", "/users/available", ANYBODY, 200),
  FIND_PEOPLE("GET", "/users", SIGNED_IN, 200),
  PERSON("GET", "/users/{id}", SIGNED_IN, 200),
  SUSPEND("PUT", "/users/{id}/suspension", ADMINISTRATOR, 204),

  SIGN_IN("POST", "/sessions", ANYBODY, 201),
  SESSIONS("GET", "/sessions", SIGNED_IN, 200),
  SIGN_OUT("DELETE", "/sessions/current", SIGNED_IN, 204),
  END_SESSION("DELETE", "/sessions/{id}", SIGNED_IN, 204),
  SIGN_OUT_EVERYWHERE("DELETE", "/sessions", SIGNED_IN, 204),

  ME("GET", "/me", SIGNED_IN, 200),
  EDIT_ME("PATCH", "/me", SIGNED_IN, 200),
  CHANGE_PASSWORD("POST", "/me/password", SIGNED_IN, 204),

  BLOCKS("GET", "/blocks", SIGNED_IN, 200),
  BLOCK("PUT", "/blocks/{id}", SIGNED_IN, 204),
  UNBLOCK("DELETE", "/blocks/{id}", SIGNED_IN, 204),

  NEW_INVITE("POST", "/invites", ADMINISTRATOR, 201),

  CONVERSATIONS("GET", "/conversations", SIGNED_IN, 200),
  OPEN_CONVERSATION("POST", "/conversations", SIGNED_IN, 200),
  CONVERSATION("GET", "/conversations/{id}", SIGNED_IN, 200),
  MESSAGES("GET", "/conversations/{id}/messages", SIGNED_IN, 200),

  CALLS("GET", "/calls", SIGNED_IN, 200),
  HIDE_CALL("DELETE", "/calls/{id}", SIGNED_IN, 204);

  private final String method;
  private final String path;
  private final Access access;
  private final int status;

  Endpoint(String method, String path, Access access, int status) {
    this.method = method;
    this.path = Limits.API + path;
    this.access = access;
    this.status = status;
  }

  public String method() {
    return method;
  }

  /** The whole path, with {@code {id}} where an id stands. */
  public String path() {
    return path;
  }

  public Access access() {
    return access;
  }

  /** Status of a good answer; 204 comes without a body. */
  public int status() {
    return status;
  }
}
