package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import charla.protocol.Bodies;
import charla.protocol.ErrorCode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are no HTTP, no JSON or not of the documented shape. */
class MalformedRequestsTest extends ServerCase {
  private static final String ID = "0123456789abcdef01234567";

  /** Where bodies go, and one that is good but for what the test puts into it. */
  enum Target {
    REGISTER(
        "POST",
        "/users",
        """
        {"username":"new","displayName":"New","password":"correct horse 7","device":"d"}\
        """),
    SIGN_IN("POST", "/sessions", "{\"username\":\"ana\",\"password\":\"wrong\",\"device\":\"d\"}"),
    EDIT_ME("PATCH", "/me", "{\"displayName\":\"Ana\"}"),
    CHANGE_PASSWORD(
        "POST", "/me/password", "{\"oldPassword\":\"wrong\",\"newPassword\":\"correct horse 8\"}"),
    OPEN_CONVERSATION("POST", "/conversations", "{\"userId\":\"" + ID + "\"}"),
    NEW_INVITE("POST", "/invites", "{\"uses\":1,\"validDays\":1}"),
    SUSPEND("PUT", "/users/" + ID + "/suspension", "{\"suspended\":true}");

    final String method;
    final String path;
    final String body;

    Target(String method, String path, String body) {
      this.method = method;
      this.path = path;
      this.body = body;
    }

    List<String> fields() {
      return Arrays.stream(body.split("\""))
          .filter(part -> body.contains("\"" + part + "\":"))
          .toList();
    }

    String with(String field, String value) {
      return body.replaceFirst(
          "\"" + field + "\":(\"[^\"]*\"|[^,}]*)",
          java.util.regex.Matcher.quoteReplacement("\"" + field + "\":" + value));
    }
  }

  static Stream<Arguments> queriesInEveryField() {
    List<String> queries =
        List.of("{\"$ne\":null}", "{\"$regex\":\".*\"}", "{\"$where\":\"1\"}", "[\"ana\"]");
    return Arrays.stream(Target.values())
        .flatMap(target ->
            target.fields().stream()
                .flatMap(f -> queries.stream().map(q -> Arguments.of(target, f, q))));
  }

  @ParameterizedTest(name = "I3: {0} with {2} as {1}")
  @MethodSource("queriesInEveryField")
  void i3AQueryInAFieldIsRefused(Target target, String field, String query) {
    TestClient ana = server().register("ana");

    var answer = ask(ana, target, target.with(field, query));

    assertThat(answer.code()).isEqualTo(ErrorCode.INVALID_JSON);
    assertThat(answer.body()).doesNotContain("$");
  }

  @Test
  void i3KeysWithDotsAndDollarsAreNoFields() {
    TestClient ana = server().register("ana");

    var answer =
        ana.patch(
            "/me",
            "{\"displayName\":\"Ana\",\"administrator.$set\":true,\"$set\":{\"administrator\":1}}");

    assertThat(answer.as(Bodies.Me.class).user().displayName()).isEqualTo("Ana");
  }

  @ParameterizedTest(name = "I3: a search for {0} finds nobody")
  @ValueSource(
      strings = {"%25", "_", "*", ".*", "%24where", "%7B%22%24ne%22%3Anull%7D", "' OR 1=1"})
  void i3ASearchIsOnlyText(String query) {
    server().register("bob");
    TestClient ana = server().register("ana");

    var answer = ana.get("/users?query=" + query.replace(" ", "%20"));

    assertThat(answer.as(Bodies.Users.class).users()).isEmpty();
  }

  @ParameterizedTest(name = "I3: no conversation is called {0}")
  @ValueSource(strings = {"%7B%22%24ne%22%3Anull%7D", "0123456789ABCDEF01234567", "1", "..", "%00"})
  void i3AnIdThatIsNoneNamesNothing(String id) {
    TestClient ana = server().register("ana");

    var answer = ana.get("/conversations/" + id);

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.refused().code()).isIn(ErrorCode.NOT_FOUND, ErrorCode.INVALID_REQUEST);
  }

  @ParameterizedTest(name = "I2: {0}")
  @ValueSource(
      strings = {
        "",
        "null",
        "hello",
        "[]",
        "{",
        "{\"username\":\"ana\"}",
        "{\"username\":\"ana\",\"username\":\"bob\",\"password\":\"wrong\",\"device\":\"d\"}",
        "{\"username\":\"ana\",\"password\":\"wrong\",\"device\":\"d\"} {}",
        "{\"username\":\"ana\",\"password\":\"wrong\",\"device\":\"d\",\"x\":1e999999999}}",
        "{\"username\":NaN,\"password\":\"wrong\",\"device\":\"d\"}",
        "{'username':'ana','password':'wrong','device':'d'}",
        "\ufeff{\"username\":\"ana\",\"password\":\"wrong\",\"device\":\"d\"}"
      })
  void i2WhatIsNoJsonOfTheShapeIsRefused(String body) {
    assertThat(server().client().post("/sessions", body).code()).isEqualTo(ErrorCode.INVALID_JSON);
  }

  @Test
  void i2AHundredThousandBracketsAreRefused() {
    String deep = "{\"username\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(server().client().post("/sessions", deep).code()).isEqualTo(ErrorCode.INVALID_JSON);
  }

  @Test
  void i2BytesThatAreNoUtf8AreRefused() {
    byte[] latin1 = {'{', '"', (byte) 0xe9, '"', ':', '1', '}'};

    var answer = server().client().ask("POST", "/sessions", BodyPublishers.ofByteArray(latin1));

    assertThat(answer.code()).isEqualTo(ErrorCode.INVALID_JSON);
  }

  @ParameterizedTest(name = "A2: {0} is no password to register with")
  @ValueSource(
      strings = {
        "null",
        "1234567890123",
        "true",
        "[\"correct horse 7\"]",
        "{\"is\":\"correct horse 7\"}",
        "\"correct\\u0000horse 7\"",
        "\"correct \\ud800 horse\"",
        "\"\""
      })
  void a2WhatIsNoPasswordIsNotHashedInItsPlace(String password) {
    var answer =
        ask(server().client(), Target.REGISTER, Target.REGISTER.with("password", password));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(server().client().get("/users/available?username=new").body()).contains("true");
  }

  @ParameterizedTest(name = "I5: {0} is no user name")
  @ValueSource(
      strings = {
        "раypal",
        "a",
        "-ana",
        "an a",
        "ana/..",
        "a\\nna",
        "ana\\u202e",
        "ana\\u200b",
        "аnа"
      })
  void i5NamesThatLookLikeOthersAreRefused(String name) {
    var answer =
        ask(
            server().client(),
            Target.REGISTER,
            Target.REGISTER.with("username", "\"" + name + "\""));

    assertThat(answer.code()).isEqualTo(ErrorCode.USERNAME_INVALID);
  }

  @ParameterizedTest(name = "I5: {0} is no name to show")
  @ValueSource(
      strings = {
        "",
        " ",
        "Ana\\nRuiz",
        "\\u202eziuR anA",
        "Ana\\u200bRuiz",
        "Ana\\u001b[31m",
        "Z\\u0303\\u0303\\u0303\\u0303algo",
        "\\ud800"
      })
  void i5NamesWithHiddenCharactersAreRefused(String name) {
    TestClient ana = server().register("ana");

    assertThat(ana.patch("/me", "{\"displayName\":\"" + name + "\"}").code())
        .isEqualTo(ErrorCode.DISPLAY_NAME_INVALID);
  }

  @ParameterizedTest(name = "{0} is refused in our shape, without a page of Jetty''s")
  @ValueSource(
      strings = {
        "GET / HTTP/1.1",
        "GET /api/v1/server HTTP/1.1\r\nHost: a\r\nHost: b",
        "GET /api/v1/server HTTP/9.9\r\nHost: a",
        "GET /api/v1/server HTTP/1.1\r\nHost: a\r\nbroken header",
        "GET /api/v1/../../etc/passwd HTTP/1.1\r\nHost: a",
        "GET /api/v1/%2e%2e/server HTTP/1.1\r\nHost: a",
        "GET /api/v1/users/%00 HTTP/1.1\r\nHost: a",
        "GET /api/v1/server%ff HTTP/1.1\r\nHost: a",
        "G\u00c9T /api/v1/server HTTP/1.1\r\nHost: a",
        "hello",
        "\u0016\u0003\u0001"
      })
  void whatIsNoHttpIsRefusedInOurShape(String head) throws Exception {
    RawPeer peer = peer();

    peer.send(head + "\r\n\r\n");

    assertThat(peer.answer().code())
        .isIn(ErrorCode.INVALID_REQUEST, ErrorCode.NOT_FOUND, ErrorCode.INTERNAL);
  }

  @Test
  void aHeadThatIsTooLongIsRefusedInOurShape() throws Exception {
    RawPeer peer = peer();

    peer.send("GET /api/v1/server HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

    RawPeer.Answer answer = peer.answer();
    assertThat(answer.status()).isEqualTo(431);
    assertThat(answer.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void anUnknownPathAndAnotherMethodAreRefusedInOurShape() {
    TestClient client = server().client();

    assertThat(client.get("/nothing").code()).isEqualTo(ErrorCode.NOT_FOUND);
    var answer = client.delete("/server");
    assertThat(answer.code()).isEqualTo(ErrorCode.METHOD_NOT_ALLOWED);
    assertThat(answer.header("Allow")).contains("GET");
  }

  @Test
  void headIsAnsweredLikeGetWithoutTheBody() {
    var head = server().client().ask("HEAD", "/server", BodyPublishers.noBody());

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(server().client().ask("HEAD", "/me", BodyPublishers.noBody()).status())
        .isEqualTo(401);
  }

  @Test
  void everyAnswerIsGuardedAndNoneTellsWhatServesIt() {
    TestClient client = server().client();

    for (var answer : List.of(client.get("/server"), client.get("/nothing"), client.get("/me"))) {
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Content-Type")).isEqualTo("application/json");
      assertThat(answer.header("Server")).isEmpty();
    }
  }

  private static TestClient.Answer ask(TestClient client, Target target, String body) {
    return client.ask(target.method, target.path, BodyPublishers.ofString(body));
  }
}
