package charla.client.session;

import static charla.client.session.TestApp.success;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.chat.ChatMessage;
import charla.client.chat.ConversationEntry;
import charla.client.chat.Conversations;
import charla.client.chat.MessageState.Step;
import charla.client.chat.Timeline;
import charla.client.net.LinkState;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.client.notice.ProblemException;
import charla.protocol.ServerInfo;
import charla.protocol.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two apps and a real server, over real TLS sockets and real files. */
class RealServerTest {
  @TempDir Path folder;
  private TestServer server;
  private TestApp ana;
  private TestApp ben;

  @BeforeEach
  void start() throws IOException {
    server = TestServer.in(folder.resolve("server"));
    ana = new TestApp(folder.resolve("ana"));
    ben = new TestApp(folder.resolve("ben"));
    ana.trust().trust(server.address(), server.authority());
    ben.trust().trust(server.address(), server.authority());
  }

  @AfterEach
  void stop() {
    ana.close();
    ben.close();
    server.close();
  }

  @Test
  void aServerThatNobodyVouchesForIsAQuestionAndThenAnAnswer() throws IOException {
    try (TestApp stranger = new TestApp(folder.resolve("stranger"))) {
      Outcome<ServerInfo> first = info(stranger);
      assertThat(first)
          .isEqualTo(
              new Outcome.Failure<>(
                  new Problem.NotTrusted(server.address().toString(), server.authority())));

      stranger.trust().trust(server.address(), server.authority());

      assertThat(success(info(stranger)).product()).isEqualTo(ServerInfo.PRODUCT);
    }
  }

  @Test
  void whatIsAskedWhileTheConnectionOpensIsAnswered() {
    ben.register(server.address(), "ben");
    Conversations anas = ana.chats(ana.register(server.address(), "ana"));

    List<User> found = success(ana.<List<User>>answer(answer -> anas.findPeople("ben", answer)));

    assertThat(found).hasSize(1);
  }

  @Test
  void aMessageTravelsAndItsReceiptsComeBack() {
    Conversations anas = ana.chats(ana.register(server.address(), "ana"));
    SignedIn benIn = ben.register(server.address(), "ben");
    Conversations bens = ben.chats(benIn);
    ConversationEntry withBen = begin(ana, anas, "ben");

    ana.runOnFx(() -> anas.send(withBen.id(), "hello Ben"));
    ben.until(() -> bens.entries().size() == 1 && lastText(bens).equals("hello Ben"));
    ana.until(() -> lastState(anas).equals(Step.DELIVERED));

    ben.runOnFx(() -> bens.markRead(bens.entries().getFirst().id(), 1));
    ana.until(() -> lastState(anas).equals(Step.READ));
    assertThat(ben.onFx(() -> bens.totalUnreadProperty().get())).isZero();
  }

  @Test
  void whatWasWrittenWhileTheServerWasAwayArrivesInOrderWhenItIsBack() {
    Conversations anas = ana.chats(ana.register(server.address(), "ana"));
    Conversations bens = ben.chats(ben.register(server.address(), "ben"));
    ConversationEntry withBen = begin(ana, anas, "ben");
    int port = server.address().port();
    server.close();
    ana.until(() -> !(anas.linkProperty().get() instanceof LinkState.Online));

    List<String> written = IntStream.range(0, 20).mapToObj(i -> "m" + i).toList();
    ana.runOnFx(() -> written.forEach(text -> anas.send(withBen.id(), text)));
    server = TestServer.in(folder.resolve("server"), port);
    ana.runOnFx(anas::retryNow);
    ben.runOnFx(bens::retryNow);

    ben.until(() -> !bens.entries().isEmpty() && lastText(bens).equals("m19"));
    Timeline timeline = ben.onFx(() -> bens.open(bens.entries().getFirst().id()));
    ben.until(() -> timeline.messages().size() == written.size());
    assertThat(ben.onFx(() -> List.copyOf(timeline.messages())))
        .extracting(ChatMessage::content)
        .isEqualTo(written);
  }

  @Test
  void d8ThreeDevicesOfOnePersonAgree() throws IOException {
    try (TestApp laptop = new TestApp(folder.resolve("laptop"));
        TestApp phone = new TestApp(folder.resolve("phone"))) {
      laptop.trust().trust(server.address(), server.authority());
      phone.trust().trust(server.address(), server.authority());
      Conversations anas = ana.chats(ana.register(server.address(), "ana"));
      Conversations laptops = laptop.chats(laptop.signIn(server.address(), "ana", Stay.SIGNED_IN));
      Conversations bens = ben.chats(ben.register(server.address(), "ben"));
      ConversationEntry withBen = begin(ana, anas, "ben");

      ana.runOnFx(() -> anas.send(withBen.id(), "from the first"));
      laptop.until(
          () -> laptops.entries().size() == 1 && lastText(laptops).equals("from the first"));
      ben.until(() ->
          !bens.entries().isEmpty() && bens.entries().getFirst().lastSeqProperty().get() == 1);
      ben.runOnFx(() -> bens.send(bens.entries().getFirst().id(), "answer"));
      laptop.until(() -> laptops.totalUnreadProperty().get() == 1);
      ana.until(() -> anas.totalUnreadProperty().get() == 1);

      ana.runOnFx(() -> anas.markRead(withBen.id(), 2));
      laptop.until(() -> laptops.totalUnreadProperty().get() == 0);

      Conversations phones = phone.chats(phone.signIn(server.address(), "ana", Stay.SIGNED_IN));
      phone.until(() -> phones.entries().size() == 1 && lastText(phones).equals("answer"));
      assertThat(phone.onFx(() -> phones.totalUnreadProperty().get())).isZero();
      Timeline onPhone = phone.onFx(() -> phones.open(withBen.id()));
      phone.until(() -> onPhone.messages().size() == 2);
    }
  }

  @Test
  void aKeptSessionComesBackWithoutTheServer() throws IOException {
    SignedIn first = ana.register(server.address(), "ana");
    Conversations anas = ana.chats(first);
    ben.chats(ben.register(server.address(), "ben"));
    ConversationEntry withBen = begin(ana, anas, "ben");
    ana.runOnFx(() -> anas.send(withBen.id(), "kept"));
    ana.runOnFx(() -> anas.setDraft(withBen.id(), "half a sent"));
    ana.until(() -> lastState(anas) instanceof Step step && step != Step.WAITING);
    first.close();
    ana.close();
    server.close();

    ana = new TestApp(folder.resolve("ana"));
    SignedIn again = success(ana.<Optional<SignedIn>>answer(ana.sessions()::restore)).orElseThrow();
    Conversations offline = ana.chats(again);

    ana.until(() -> offline.entries().size() == 1);
    assertThat(ana.onFx(() -> lastText(offline))).isEqualTo("kept");
    assertThat(ana.onFx(() -> offline.entries().getFirst().draftProperty().get()))
        .isEqualTo("half a sent");
  }

  @Test
  void aSessionEndedElsewhereStopsTheConnection() throws IOException, ProblemException {
    try (TestApp laptop = new TestApp(folder.resolve("laptop"))) {
      laptop.trust().trust(server.address(), server.authority());
      SignedIn first = ana.register(server.address(), "ana");
      Conversations anas = ana.chats(first);
      SignedIn second = laptop.signIn(server.address(), "ana", Stay.UNTIL_QUIT);
      ana.until(() -> anas.linkProperty().get() instanceof LinkState.Online);

      second.api().endAllSessions();

      ana.until(() ->
          anas.linkProperty().get().equals(new LinkState.Stopped(new Problem.SessionEnded())));
    }
  }

  @Test
  void t5WithoutAKeyringTheTokenIsInAFileThatOnlyItsOwnerReadsAndTheAppSaysSo() throws IOException {
    SignedIn signedIn = ana.register(server.address(), "ana");

    assertThat(signedIn.tokenPlace()).isEqualTo(TokenPlace.FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ana.profile().token())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ana.profile().folder())))
        .isEqualTo("rwx------");
  }

  @Test
  void t5UntilQuitNothingIsKept() throws IOException {
    ana.register(server.address(), "ana");
    SignedIn signedIn = ben.signIn(server.address(), "ana", Stay.UNTIL_QUIT);

    assertThat(signedIn.tokenPlace()).isEqualTo(TokenPlace.MEMORY);
    assertThat(ben.profile().token()).doesNotExist();
    assertThat(success(ben.<Optional<SignedIn>>answer(ben.sessions()::restore))).isEmpty();
  }

  @Test
  void signingOutEndsTheSessionThereAndForgetsItHere() {
    SignedIn signedIn = ana.register(server.address(), "ana");
    ana.<Boolean>answer(answer ->
        ana.sessions().signOut(signedIn, () -> answer.accept(new Outcome.Success<>(true))));

    assertThat(ana.profile().token()).doesNotExist();
    assertThat(success(ana.<Optional<SignedIn>>answer(ana.sessions()::restore))).isEmpty();
  }

  private ConversationEntry begin(TestApp app, Conversations chats, String username) {
    app.until(() -> chats.linkProperty().get() instanceof LinkState.Online);
    User person =
        success(app.<List<User>>answer(answer -> chats.findPeople(username, answer))).getFirst();
    return success(app.<ConversationEntry>answer(answer -> chats.startWith(person, answer)));
  }

  private Outcome<ServerInfo> info(TestApp app) {
    return app.answer(answer -> app.sessions().serverInfo(server.address(), answer));
  }

  private static String lastText(Conversations chats) {
    ChatMessage last = chats.entries().getFirst().lastMessageProperty().get();
    return last == null ? "" : last.content();
  }

  private static Object lastState(Conversations chats) {
    ChatMessage last =
        Objects.requireNonNull(chats.entries().getFirst().lastMessageProperty().get());
    return last.state();
  }
}
