package charla.client.notice;

/** Carries a {@link Problem} up to the edge where it becomes an {@link Outcome} or words. */
public final class ProblemException extends Exception {
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.toString(), null, false, false);
    this.problem = problem;
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
