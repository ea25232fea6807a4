package charla.server.web;

import org.jspecify.annotations.Nullable;

/** What is done at an {@link Endpoint}. */
@FunctionalInterface
interface Action {
  /**
   * @return the body of the answer; null for none
   * @throws charla.server.refusal.Refusal when the answer is no
   */
  @Nullable Object answer(ApiRequest request);
}
