package charla.server.call;

import charla.server.account.Accounts;
import charla.server.account.Sessions;
import charla.server.chat.CallLog;
import charla.server.chat.Conversations;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** All that this package does for others, wired. */
public record Calling(CallBroker broker, CallHistory history) {

  /** What is stored and looked up. */
  public record Ports(
      Calls calls,
      Accounts accounts,
      Sessions sessions,
      Conversations conversations,
      CallLog log) {}

  /**
   * When things happen.
   *
   * @param clock what is written down
   * @param nanoTime a clock that never jumps, in nanoseconds
   */
  public record Time(InstantSource clock, LongSupplier nanoTime, Scheduler scheduler) {}

  /** Takes up the calls that an earlier run of the server left. */
  public static Calling over(Ports ports, Devices devices, IceServers iceServers, Time time) {
    Directory directory =
        new StoredDirectory(ports.accounts(), ports.sessions(), ports.conversations());
    return over(
        ports.calls(),
        directory,
        devices,
        iceServers,
        ended ->
            ports
                .log()
                .add(
                    ended.conversationId(),
                    ended.caller(),
                    ended.callee(),
                    ended.line(),
                    time.clock().instant()),
        time);
  }

  static Calling over(
      Calls calls,
      Directory directory,
      Devices devices,
      IceServers iceServers,
      Settling.Lines lines,
      Time time) {
    Announcer announcer = new Announcer(devices, directory, iceServers);
    Settling settling = new Settling(calls, lines, time.scheduler());
    Exchange exchange =
        new Exchange(
            new Exchange.Parts(calls, directory, devices, announcer, settling, time.scheduler()),
            time.clock(),
            time.nanoTime());
    Dialing dialing = new Dialing(exchange, directory, announcer);
    CallPace pace = CallPace.usual(time.nanoTime());
    exchange.restore();
    return new Calling(
        new CallBroker(exchange, dialing, announcer, pace),
        new CallHistory(calls, exchange, announcer));
  }
}
