package charla.client.session;

import charla.client.net.Scheduler;
import charla.client.notice.Problem;
import charla.client.notice.ProblemTexts;
import charla.client.session.WelcomeInputs.Input;
import charla.protocol.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Puts what went wrong at the input it belongs to, in words. FX thread only. */
final class WelcomeProblems {
  private final WelcomeInputs inputs;
  private final ProblemTexts words;
  private final Countdown countdown;
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();

  /**
   * @param onFx runs its tasks on the FX thread
   */
  WelcomeProblems(WelcomeInputs inputs, ProblemTexts words, Scheduler onFx) {
    this.inputs = inputs;
    this.words = words;
    this.countdown = new Countdown(onFx);
  }

  /** Whether the server wants to be left alone for a while. */
  ReadOnlyBooleanProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  void show(Input input, Problem problem) {
    inputs.show(input, words.of(problem));
  }

  /** Where it helps to wait, it is said for how long still. */
  void show(Problem.Refused refused) {
    refused
        .retryAfter()
        .ifPresentOrElse(
            wait -> countDown(refused.code(), wait), () -> show(inputOf(refused.code()), refused));
  }

  void clear() {
    countdown.stop();
    waiting.set(false);
    inputs.clearErrors();
  }

  private void countDown(ErrorCode code, Duration wait) {
    waiting.set(true);
    countdown.begin(
        wait,
        left -> show(inputOf(code), new Problem.Refused(code, Optional.of(left))),
        this::clear);
  }

  private static Input inputOf(ErrorCode code) {
    return switch (code) {
      case USERNAME_INVALID, USERNAME_TAKEN -> Input.USERNAME;
      case DISPLAY_NAME_INVALID -> Input.DISPLAY_NAME;
      case WRONG_CREDENTIALS,
          PASSWORD_TOO_SHORT,
          PASSWORD_TOO_LONG,
          PASSWORD_TOO_COMMON,
          PASSWORD_INVALID ->
          Input.PASSWORD;
      case INVITE_REQUIRED, INVITE_INVALID -> Input.INVITE;
      default -> Input.GENERAL;
    };
  }
}
