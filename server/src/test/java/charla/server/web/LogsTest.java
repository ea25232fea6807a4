package charla.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import charla.protocol.Bodies;
import charla.protocol.ClientFrame;
import charla.protocol.ClientId;
import charla.protocol.ConversationId;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The server's own log, at its most talkative. */
class LogsTest extends ServerCase {
  private static final String CANARY = "canary-7f3a";

  private final Logger charla = (Logger) LoggerFactory.getLogger("charla");
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Collector log = new Collector();

  @BeforeEach
  void listen() {
    log.start();
    charla.setLevel(Level.TRACE);
    charla.setAdditive(false);
    root().addAppender(log);
    charla.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    charla.detachAppender(log);
    root().detachAppender(log);
    charla.setAdditive(true);
    charla.setLevel(null);
  }

  @Test
  void l1NothingThatPeopleSendAndNoTokenIsEverLogged() throws Exception {
    TestClient ana = server().register("ana");
    TestClient bob = server().register("bob");
    ConversationId conversation = ana.conversationWith(bob);
    TestLive live = ana.live();

    live.say(conversation, CANARY);
    live.refused(
        new ClientFrame.SendMessage(
            ClientId.random(new SecureRandom()), conversation, CANARY + "\0"));
    ana.post("/users", new Bodies.Register(CANARY, CANARY, CANARY, CANARY, CANARY));
    ana.post("/users", new Bodies.Register(CANARY + "\n", CANARY, CANARY, CANARY, CANARY));
    ana.post("/sessions", new Bodies.SignIn(CANARY, CANARY, CANARY));
    ana.post("/sessions", "{\"" + CANARY + "\":\"" + CANARY);
    ana.post("/me/password", new Bodies.ChangePassword(CANARY, CANARY + "\0"));
    ana.patch("/me", new Bodies.EditMe(CANARY + "\u202e"));
    ana.get("/users?query=" + CANARY);
    ana.get("/" + CANARY + "?token=" + CANARY);
    ana.get("/conversations/" + CANARY);
    ana.send(server().client().request("/me").header("Authorization", "Bearer " + CANARY).GET());
    ana.send(ana.request("/me").header("Cookie", CANARY).header("X", CANARY).GET());
    ana.ask("POST", "/sessions", BodyPublishers.ofString(CANARY));
    brokenFrames(bob);
    live.sendText(CANARY);
    live.closeCode();

    assertThat(lines).isNotEmpty().noneMatch(line -> line.contains(CANARY));
    assertThat(lines)
        .noneMatch(line -> line.contains(ana.token()) || line.contains(bob.token()))
        .noneMatch(line -> line.contains(TestClient.PASSWORD));
  }

  private void brokenFrames(TestClient person) throws Exception {
    RawPeer peer = peer();
    peer.upgrade(person.token());
    peer.frame(0x81, CANARY + "\ud800");
    peer.closeCode();
    RawPeer noHttp = peer();
    noHttp.send(CANARY + "\r\n\r\n");
    noHttp.answer();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static String line(ILoggingEvent event) {
    IThrowableProxy problem = event.getThrowableProxy();
    return event.getFormattedMessage()
        + (problem == null ? "" : ThrowableProxyUtil.asString(problem));
  }

  /** From any thread. */
  private final class Collector extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      lines.add(line(event));
    }
  }
}
