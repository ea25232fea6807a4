package charla.client.notice;

import charla.client.ui.Texts;
import java.time.Duration;

/** The one place where a {@link Problem} becomes words: what happened, and what to do. */
public final class ProblemTexts {
  private final Texts texts;

  public ProblemTexts(Texts texts) {
    this.texts = texts;
  }

  public String of(Problem problem) {
    return switch (problem) {
      case Problem.Refused(var code, var retryAfter) ->
          texts.get("error." + code.wireName())
              + retryAfter.map(wait -> " " + texts.count("error.retry", seconds(wait))).orElse("");
      case Problem.Unreachable(var server) -> texts.get("problem.unreachable", server);
      case Problem.Offline() -> texts.get("problem.offline");
      case Problem.NotCharla(var server) -> texts.get("problem.notCharla", server);
      case Problem.WrongVersion(var server, var version) ->
          texts.get("problem.wrongVersion", server);
      case Problem.NotTrusted(var server, var ca) -> texts.get("problem.notTrusted", server);
      case Problem.CertificateChanged(var server, var trusted, var presented) ->
          texts.get("problem.certificateChanged", server);
      case Problem.WrongHostName(var server) -> texts.get("problem.wrongHostName", server);
      case Problem.Expired(var server) -> texts.get("problem.expired", server);
      case Problem.Insecure(var server) -> texts.get("problem.insecure", server);
      case Problem.SessionEnded() -> texts.get("problem.sessionEnded");
      case Problem.Suspended() -> texts.get("problem.suspended");
      case Problem.Replaced() -> texts.get("problem.replaced");
      case Problem.ServerRestarting() -> texts.get("problem.serverRestarting");
      case Problem.LocalStorage() -> texts.get("problem.localStorage");
      case Problem.Unexpected() -> texts.get("problem.unexpected");
    };
  }

  /** Rounded up, so that who waits that long is not told to wait again. */
  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
