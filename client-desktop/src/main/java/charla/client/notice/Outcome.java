package charla.client.notice;

import java.util.function.Function;

/** How something that was asked for ended. */
public sealed interface Outcome<T> {
  record Success<T>(T value) implements Outcome<T> {}

  record Failure<T>(Problem problem) implements Outcome<T> {}

  /** Something that may end with a {@link Problem}; may block. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws ProblemException;
  }

  default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Success<T>(T value) -> next.apply(value);
      case Failure<T>(Problem problem) -> new Failure<>(problem);
    };
  }

  static <T> Outcome<T> of(Attempt<T> attempt) {
    try {
      return new Success<>(attempt.run());
    } catch (ProblemException e) {
      return new Failure<>(e.problem());
    }
  }
}
