package charla.client.notice;

import charla.protocol.ErrorCode;
import charla.protocol.Fingerprint;
import java.time.Duration;
import java.util.Optional;

/**
 * What went wrong, for people to be told. The words are found in one place; none of these holds a
 * password, a token or the text of a message.
 */
public sealed interface Problem {

  /**
   * The server said no.
   *
   * @param retryAfter when the same may be tried again; empty when that is of no use or not known
   */
  record Refused(ErrorCode code, Optional<Duration> retryAfter) implements Problem {}

  /** Nothing answers at this address: no such name, no route, nobody listening, no answer. */
  record Unreachable(String server) implements Problem {}

  /** This computer has no network at all. */
  record Offline() implements Problem {}

  /** Something answers, but it does not speak as a Charla server does. */
  record NotCharla(String server) implements Problem {}

  /** The server speaks only another version of the protocol; {@code apiVersion} is the server's. */
  record WrongVersion(String server, int apiVersion) implements Problem {}

  /**
   * First contact with a server whose certificate nobody vouches for. Nothing was sent.
   *
   * @param ca the authority it presented: what a person compares and then trusts
   */
  record NotTrusted(String server, Fingerprint ca) implements Problem {}

  /** A trusted server now presents another authority: full stop. Nothing was sent. */
  record CertificateChanged(String server, Fingerprint trusted, Fingerprint presented)
      implements Problem {}

  /** The certificate belongs to another name. Nothing was sent. */
  record WrongHostName(String server) implements Problem {}

  /** The certificate is no longer, or not yet, valid. Nothing was sent. */
  record Expired(String server) implements Problem {}

  /** The connection could not be made safe in another way. Nothing was sent. */
  record Insecure(String server) implements Problem {}

  /** The session is over: sign in again. */
  record SessionEnded() implements Problem {}

  /** The account was suspended. */
  record Suspended() implements Problem {}

  /** More devices of this person are connected than allowed, and this was the oldest. */
  record Replaced() implements Problem {}

  /** The server said that it restarts. */
  record ServerRestarting() implements Problem {}

  /** This device cannot keep what it has to: disk full, no rights, damaged. */
  record LocalStorage() implements Problem {}

  /** What nobody thought of; the log knows more. */
  record Unexpected() implements Problem {}
}
