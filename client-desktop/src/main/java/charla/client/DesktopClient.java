package charla.client;

import charla.client.call.Equipment;
import charla.client.call.history.CallsView;
import charla.client.chat.Blocks;
import charla.client.chat.ChatView;
import charla.client.chat.Conversations;
import charla.client.chat.timeline.MessageKit;
import charla.client.desktop.Notifications;
import charla.client.desktop.WindowFrame;
import charla.client.net.AppThreads;
import charla.client.net.LinkState;
import charla.client.net.Threads;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.client.notice.ProblemTexts;
import charla.client.session.Profile;
import charla.client.session.SessionService;
import charla.client.session.SignedIn;
import charla.client.session.WelcomeView;
import charla.client.session.WelcomeViewModel;
import charla.client.settings.Preferences;
import charla.client.shell.MainView;
import charla.client.trust.Trust;
import charla.client.ui.FxThread;
import charla.client.ui.Texts;
import charla.client.ui.Times;
import charla.client.ui.emoji.EmojiRecents;
import charla.client.ui.emoji.Emojis;
import charla.protocol.InviteLink;
import charla.protocol.User;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One window with all that is behind it: who is signed in decides what it shows. FX thread only.
 */
public final class DesktopClient implements AutoCloseable {
  private final AppThreads threads = new AppThreads(new FxThread());
  private final Preferences preferences;
  private final Texts texts;
  private final ProblemTexts words;
  private final Trust trust;
  private final SessionService sessions;
  private final WindowFrame frame;
  private final Path logs;
  private final MessageKit kit;
  private final Consumer<URI> openLink;
  private final Stage stage;
  private final Supplier<Equipment> equipment;
  private final Notifications notifications;
  private @Nullable SignedIn signedIn;
  private @Nullable Conversations conversations;
  private @Nullable CallRoom calls;
  private @Nullable MainView main;

  /**
   * @param profile the folder of this window alone
   * @param openLink opens a web page in the system's browser
   * @param equipment opened for each person who signs in
   */
  public DesktopClient(
      Profile profile,
      Stage stage,
      Consumer<URI> openLink,
      Supplier<Equipment> equipment,
      Notifications notifications) {
    this.notifications = notifications;
    this.stage = stage;
    this.equipment = equipment;
    this.openLink = openLink;
    logs = profile.logs();
    preferences = new Preferences(profile.preferences());
    texts = new Texts(preferences.language().orElse(Locale.getDefault()));
    words = new ProblemTexts(texts);
    trust = new Trust(profile.trust());
    sessions =
        new SessionService(
            profile, trust, Device.name(), threads.threads(), InstantSource.system());
    frame = new WindowFrame(stage, texts, preferences, this::quit);
    kit =
        new MessageKit(
            texts,
            new Times(texts, Locale.getDefault(), ZoneId.systemDefault(), InstantSource.system()),
            Emojis.load(new EmojiRecents(preferences.emojis(), preferences::setEmojis)));
  }

  /**
   * Shows the window: the chats when a session was kept, else the form to sign in.
   *
   * @param server fills in the form
   */
  public void start(Optional<String> server) {
    sessions.restore(outcome -> {
      if (outcome instanceof Outcome.Success<Optional<SignedIn>>(var kept) && kept.isPresent()) {
        enter(kept.get());
      } else {
        welcome(server, Optional.empty());
      }
      frame.show();
    });
  }

  /**
   * Somebody started the app once more: the window comes up.
   *
   * @param server fills in the form, where nobody is signed in
   */
  public void startedAgain(Optional<String> server) {
    if (signedIn == null && server.isPresent()) {
      welcome(server, Optional.empty());
    }
    frame.raise();
  }

  /** What a signed-in window talks with; empty before. */
  public Optional<Conversations> conversations() {
    return Optional.ofNullable(conversations);
  }

  @Override
  public void close() {
    closeCalls();
    if (signedIn != null) {
      signedIn.close();
    }
    threads.close();
  }

  private void welcome(Optional<String> server, Optional<Problem> why) {
    Threads all = threads.threads();
    WelcomeViewModel model =
        new WelcomeViewModel(sessions, trust, texts, words, all.schedulerOnFx(), this::enterAnew);
    server.or(() -> preferences.servers().stream().findFirst()).ifPresent(model::prefill);
    why.ifPresent(model::say);
    frame.setContent(new WelcomeView(texts, model, preferences.servers()));
  }

  private void enterAnew(SignedIn now) {
    preferences.addServer(now.address().toString());
    enter(now);
  }

  private void enter(SignedIn now) {
    signedIn = now;
    CallRoom room =
        new CallRoom(
            now,
            new CallRoom.House(stage, frame.theme(), texts, this::openChat, notifications),
            preferences.calls(),
            equipment.get());
    calls = room;
    Conversations chats =
        Conversations.start(now, InstantSource.system(), room.engine().listener());
    conversations = chats;
    Blocks blocks = new Blocks(now.threads(), now.api());
    ChatView chatView =
        new ChatView(
            kit,
            chats,
            new ChatView.Surroundings(
                words,
                invite(now),
                openLink,
                room,
                blocks,
                preferences.listWidth(),
                preferences::setListWidth));
    SettingsPages pages =
        new SettingsPages(
            texts, words, preferences, frame, new SettingsPages.Who(now, trust, blocks), logs);
    MainView view =
        new MainView(
            texts,
            words,
            chats,
            now.me().user(),
            new MainView.Pages(
                chatView,
                new CallsView(texts, words, kit.times(), room.history(), room, this::findPeople),
                pages.view(room.settings(), () -> signOut(now)),
                room.windows().bar(),
                room.history().missedProperty()));
    main = view;
    frame.setContent(view);
    chats.totalUnreadProperty().subscribe(unread -> frame.setUnread(unread.intValue()));
    chats.linkProperty().subscribe(link -> leaveWhenEnded(now, link));
    room.follow(chats.linkProperty());
    chats.whenOnline(room.history()::refresh);
    chats.whenOnline(blocks::refresh);
  }

  private void signOut(SignedIn who) {
    forgetWho();
    sessions.signOut(who, () -> welcome(Optional.empty(), Optional.empty()));
  }

  /** The server ended the session: the form says why, and nothing that was kept is lost. */
  private void leaveWhenEnded(SignedIn who, LinkState link) {
    if (link instanceof LinkState.Stopped(var problem)
        && who.equals(signedIn)
        && (problem instanceof Problem.SessionEnded || problem instanceof Problem.Suspended)) {
      forgetWho();
      sessions.forget(who);
      welcome(Optional.of(who.address().toString()), Optional.of(problem));
    }
  }

  private void openChat(User person) {
    if (main != null) {
      main.openChat(person);
      frame.raise();
    }
  }

  private void findPeople() {
    if (main != null) {
      main.findPeople();
    }
  }

  /** Hangs up first: the call's window would keep the app open. */
  private void quit() {
    closeCalls();
    stage.close();
  }

  private void closeCalls() {
    if (calls != null) {
      calls.close();
      calls = null;
    }
  }

  private void forgetWho() {
    closeCalls();
    main = null;
    signedIn = null;
    conversations = null;
    frame.setUnread(0);
  }

  private String invite(SignedIn now) {
    return new InviteLink(
            now.address().host(),
            now.address().port(),
            trust.pinned(now.address()),
            Optional.empty())
        .toString();
  }
}
