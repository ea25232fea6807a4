package charla.server.account;

import charla.protocol.ErrorCode;
import charla.server.refusal.Refusal;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Slows down guessing. A name that failed five times waits 1, 2, 4… seconds up to 15 minutes after
 * each further failure, whether it exists or not; an address fails at most 20 times a minute.
 */
final class SignInThrottle {
  private static final int FREE_FAILURES = 5;
  private static final int FAILURES_PER_MINUTE = 20;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration MEMORY = Duration.ofDays(1);
  private static final int SUBNET_BYTES = 8;

  private final SignInFailures failures;
  private final Clock clock;

  SignInThrottle(SignInFailures failures, Clock clock) {
    this.failures = failures;
    this.clock = clock;
  }

  /**
   * @param name as typed; need not be a valid one
   * @throws Refusal {@code rate_limited} with the time to wait
   */
  void check(String name, String address) {
    Instant now = clock.instant();
    failures.of(nameKey(name)).ifPresent(f -> requirePassed(f.last(), waitAfter(f.count()), now));
    failures
        .of(addressKey(address, now))
        .filter(f -> f.count() >= FAILURES_PER_MINUTE)
        .ifPresent(f -> requirePassed(minuteOf(now), Duration.ofMinutes(1), now));
  }

  void failed(String name, String address) {
    Instant now = clock.instant();
    failures.add(nameKey(name), now);
    failures.add(addressKey(address, now), now);
  }

  /** Clears the name only: who knows one password must not get fresh tries at the others. */
  void succeeded(String name) {
    failures.clear(nameKey(name));
  }

  void forgetOld() {
    failures.forgetBefore(clock.instant().minus(MEMORY));
  }

  private static Duration waitAfter(int count) {
    if (count < FREE_FAILURES) {
      return Duration.ZERO;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE_FAILURES, 20));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }

  private static void requirePassed(Instant since, Duration wait, Instant now) {
    Duration left = Duration.between(now, since.plus(wait));
    // A clock that was set back must not lengthen the wait.
    Duration retryAfter = left.compareTo(wait) < 0 ? left : wait;
    if (retryAfter.isPositive()) {
      throw new Refusal(ErrorCode.RATE_LIMITED, "too many failed sign-ins", retryAfter);
    }
  }

  /** Hashed, since people do type their password into the wrong field. */
  private static String nameKey(String name) {
    return "name:" + Secrets.hash(name);
  }

  private static String addressKey(String address, Instant now) {
    return "address:" + networkOf(address) + ":" + minuteOf(now).getEpochSecond();
  }

  private static Instant minuteOf(Instant now) {
    return now.truncatedTo(ChronoUnit.MINUTES);
  }

  /** Whoever has one IPv6 address has the 2^64 of its subnet. */
  private static String networkOf(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      byte[] bytes = parsed.getAddress();
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, SUBNET_BYTES))
          : parsed.getHostAddress();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
