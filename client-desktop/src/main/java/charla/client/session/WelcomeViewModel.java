package charla.client.session;

import charla.client.net.Scheduler;
import charla.client.notice.Outcome;
import charla.client.notice.Problem;
import charla.client.notice.ProblemTexts;
import charla.client.session.WelcomeInputs.Input;
import charla.client.trust.ServerAddress;
import charla.client.trust.Trust;
import charla.client.ui.Texts;
import charla.protocol.Fingerprint;
import charla.protocol.InviteLink;
import charla.protocol.ServerInfo;
import charla.protocol.ServerInfo.Registration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and making an account, from the first look at the server to the open session. Every
 * error stands at the input it belongs to; nothing is sent before the server is trusted. FX thread
 * only.
 */
public final class WelcomeViewModel {
  /** Which form is shown. */
  public enum Form {
    SIGN_IN,
    REGISTER
  }

  /**
   * A server that is not trusted, or not any more.
   *
   * @param known what was trusted until now; empty at the first meeting
   */
  public record TrustQuestion(
      ServerAddress server, Optional<Fingerprint> known, Fingerprint presented) {}

  private final SessionService sessions;
  private final Trust trust;
  private final Texts texts;
  private final Consumer<SignedIn> onSignedIn;
  private final WelcomeInputs inputs = new WelcomeInputs();
  private final WelcomeProblems problems;
  private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>(Form.SIGN_IN);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Registration> registration =
      new ReadOnlyObjectWrapper<>(Registration.OPEN);
  private final ReadOnlyObjectWrapper<@Nullable TrustQuestion> question =
      new ReadOnlyObjectWrapper<>();
  private Runnable onceTrusted = () -> {};

  /**
   * @param onFx runs its tasks on the FX thread
   */
  public WelcomeViewModel(
      SessionService sessions,
      Trust trust,
      Texts texts,
      ProblemTexts words,
      Scheduler onFx,
      Consumer<SignedIn> onSignedIn) {
    this.sessions = sessions;
    this.trust = trust;
    this.texts = texts;
    this.problems = new WelcomeProblems(inputs, words, onFx);
    this.onSignedIn = onSignedIn;
    inputs.value(Input.SERVER).addListener((o, was, is) -> readInvite(is));
  }

  public WelcomeInputs inputs() {
    return inputs;
  }

  public ReadOnlyObjectProperty<Form> form() {
    return form.getReadOnlyProperty();
  }

  /** Whether the server is being asked. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether the server wants to be left alone for a while; the inputs say for how long. */
  public ReadOnlyBooleanProperty waiting() {
    return problems.waiting();
  }

  /** Something good to know about the server; may be empty. */
  public ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Registration> registration() {
    return registration.getReadOnlyProperty();
  }

  /** What only a person can answer before anything is sent; null when there is nothing to ask. */
  public ReadOnlyObjectProperty<@Nullable TrustQuestion> question() {
    return question.getReadOnlyProperty();
  }

  /** Fills the form in from what the app was started with: an address or an invite link. */
  public void prefill(String serverOrInvite) {
    inputs.value(Input.SERVER).set(serverOrInvite);
  }

  /** Says why the person is here again: signed out, suspended. */
  public void say(Problem problem) {
    problems.show(Input.GENERAL, problem);
  }

  public void toSignIn() {
    problems.clear();
    form.set(Form.SIGN_IN);
  }

  /**
   * Goes on with an invite.
   *
   * @param copied what the person has copied; without an invite in it they are told what to do
   */
  public void takeInvite(String copied) {
    problems.clear();
    if (InviteLink.parse(copied.strip()).isPresent()) {
      prefill(copied);
      toRegister();
    } else {
      inputs.show(Input.SERVER, texts.get("signIn.invited.how"));
    }
  }

  /** Looks at the server first: whether it takes accounts, and whether it is to be trusted. */
  public void toRegister() {
    problems.clear();
    withServer(a -> sessions.serverInfo(a, answered(this::offerAccount, this::toRegister)));
  }

  /** Signs in or makes an account, as the form that is shown says. */
  public void submit() {
    problems.clear();
    switch (form.get()) {
      case SIGN_IN -> signIn();
      case REGISTER -> register();
    }
  }

  /** A user name was typed: says when it is taken. */
  public void usernameEntered() {
    String typed = inputs.text(Input.USERNAME);
    Optional<ServerAddress> server = server();
    if (form.get() != Form.REGISTER || typed.isBlank() || server.isEmpty()) {
      return;
    }
    sessions.usernameAvailable(
        server.get(),
        typed,
        outcome -> {
          if (outcome instanceof Outcome.Success<Boolean>(var free)
              && !free
              && typed.equals(inputs.text(Input.USERNAME))) {
            inputs.show(Input.USERNAME, texts.get("register.username.taken", typed));
          }
        });
  }

  /** The person compared the words: it is the right server. Goes on where the question came up. */
  public void trust() {
    TrustQuestion asked = question.get();
    if (asked != null) {
      trust.trust(asked.server(), asked.presented());
      question.set(null);
      onceTrusted.run();
    }
  }

  /** Back to the form; nothing is trusted. */
  public void distrust() {
    question.set(null);
  }

  private void signIn() {
    if (inputs.anyMissing(texts.get("required"), Input.SERVER, Input.USERNAME, Input.PASSWORD)) {
      return;
    }
    withServer(server ->
        sessions.signIn(server, credentials(), stay(), answered(this::enter, this::submit)));
  }

  private void register() {
    if (inputs.anyMissing(
        texts.get("required"), Input.USERNAME, Input.DISPLAY_NAME, Input.PASSWORD)) {
      return;
    }
    if (!inputs.text(Input.PASSWORD).equals(inputs.text(Input.AGAIN))) {
      inputs.show(Input.AGAIN, texts.get("register.again.differs"));
      return;
    }
    String code = inputs.text(Input.INVITE).strip();
    SessionService.NewAccount account =
        new SessionService.NewAccount(
            credentials(),
            inputs.text(Input.DISPLAY_NAME).strip(),
            code.isEmpty() ? Optional.empty() : Optional.of(code));
    withServer(
        server -> sessions.register(server, account, stay(), answered(this::enter, this::submit)));
  }

  private void offerAccount(ServerInfo info) {
    if (info.registration() == Registration.CLOSED && !info.empty()) {
      inputs.show(Input.GENERAL, texts.get("register.closed"));
      return;
    }
    registration.set(info.empty() ? Registration.OPEN : info.registration());
    notice.set(info.empty() ? texts.get("register.first") : "");
    form.set(Form.REGISTER);
  }

  private void enter(SignedIn signedIn) {
    inputs.forgetPasswords();
    onSignedIn.accept(signedIn);
  }

  private void withServer(Consumer<ServerAddress> ask) {
    server()
        .ifPresentOrElse(
            address -> {
              busy.set(true);
              ask.accept(address);
            },
            () -> inputs.show(Input.SERVER, texts.get("signIn.server.invalid")));
  }

  private Optional<ServerAddress> server() {
    return ServerAddress.parse(inputs.text(Input.SERVER));
  }

  /**
   * @param again what to do once more when the server is trusted
   */
  private <T> Consumer<Outcome<T>> answered(Consumer<T> then, Runnable again) {
    return outcome -> {
      busy.set(false);
      switch (outcome) {
        case Outcome.Success<T>(var value) -> then.accept(value);
        case Outcome.Failure<T>(var problem) -> failed(problem, again);
      }
    };
  }

  private void failed(Problem problem, Runnable again) {
    onceTrusted = again;
    switch (problem) {
      case Problem.NotTrusted(var _, var presented) -> ask(Optional.empty(), presented);
      case Problem.CertificateChanged(var _, var known, var presented) ->
          ask(Optional.of(known), presented);
      case Problem.Refused refused -> problems.show(refused);
      default -> problems.show(Input.SERVER, problem);
    }
  }

  private void ask(Optional<Fingerprint> known, Fingerprint presented) {
    server().ifPresent(server -> question.set(new TrustQuestion(server, known, presented)));
  }

  /** A pasted invite fills in the server, its authority and its code. */
  private void readInvite(String typed) {
    InviteLink.parse(typed.strip())
        .ifPresent(link -> {
          ServerAddress address = new ServerAddress(link.host(), link.port());
          if (trust.pinned(address).isEmpty()) {
            link.ca().ifPresent(ca -> trust.trust(address, ca));
          }
          inputs.value(Input.INVITE).set(link.code().orElse(""));
          inputs.value(Input.SERVER).set(address.toString());
        });
  }

  private SessionService.Credentials credentials() {
    return new SessionService.Credentials(
        inputs.text(Input.USERNAME).strip(), inputs.text(Input.PASSWORD));
  }

  private Stay stay() {
    return inputs.staySignedIn().get() ? Stay.SIGNED_IN : Stay.UNTIL_QUIT;
  }
}
