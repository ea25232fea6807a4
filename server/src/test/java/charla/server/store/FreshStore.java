package charla.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import charla.protocol.ErrorCode;
import charla.protocol.UserId;
import charla.protocol.Username;
import charla.server.account.Account;
import charla.server.refusal.Refusal;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One test's store: opened before it, closed after it. */
public abstract class FreshStore {
  protected static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
  protected static final UserId NOBODY = new UserId("f".repeat(24));

  private Store store;

  /** Opens this test's store: empty the first time, later with what was put into it. */
  protected abstract Store open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  protected final Store store() {
    return store;
  }

  protected final void reopen() {
    store.close();
    store = open();
  }

  /** Makes an account that is called like its user name. */
  protected final Account account(String name) {
    return account(name, name);
  }

  protected final Account account(String name, String displayName) {
    return store
        .accounts()
        .create(new Username(name), displayName, "$2a$12$hash-of-" + name, NOW)
        .orElseThrow();
  }

  protected static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
