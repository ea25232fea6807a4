package charla.server.web;

import charla.protocol.CloseCode;
import charla.protocol.ServerFrame;
import charla.server.account.Caller;
import charla.server.account.SessionService;
import charla.server.call.CallBroker;
import charla.server.chat.Chat;
import charla.server.chat.Heads;
import charla.server.live.Connection;
import charla.server.live.Connections;
import charla.server.live.Socket;
import charla.server.refusal.Refusal;

/** Receives devices and sees them off. Every method may block. */
final class LiveDesk {
  private final Connections connections;
  private final SessionService sessions;
  private final Chat chat;
  private final CallBroker calls;
  private final String epoch;

  LiveDesk(
      Connections connections, SessionService sessions, Chat chat, CallBroker calls, String epoch) {
    this.connections = connections;
    this.sessions = sessions;
    this.chat = chat;
    this.calls = calls;
    this.epoch = epoch;
  }

  /** A device that is connected, and what it was told of its person's conversations. */
  record Visit(Caller caller, Connection connection, Heads.Told told) {}

  /**
   * Subscribes the device first and tells it afterwards what there is, so that nothing falls in
   * between.
   *
   * @throws Refusal when there is no room, or the store does not answer; nothing is left behind
   */
  Visit receive(Caller caller, String address, Socket socket) {
    Connection connection =
        connections.register(
            new Connection.Party(caller.userId(), caller.sessionId(), address),
            socket,
            () -> new ServerFrame.Resync(chat.heads().of(caller.userId())));
    try {
      Visit visit = new Visit(caller, connection, chat.heads().toldTo(caller.userId()));
      welcome(visit);
      return visit;
    } catch (RuntimeException e) {
      connections.unregister(connection);
      throw e;
    }
  }

  /** The session may have ended while the device came in, or in another process. */
  void endIfSignedOut(Visit visit) {
    if (!sessions.isOpen(visit.caller())) {
      connections.close(visit.connection(), CloseCode.SESSION_ENDED);
    }
  }

  void close(Visit visit, int closeCode) {
    connections.close(visit.connection(), closeCode);
  }

  void seeOff(Visit visit) {
    connections.unregister(visit.connection());
    calls.deviceGone(visit.caller().userId(), visit.caller().sessionId());
    chat.presence().changed(visit.caller().userId());
  }

  private void welcome(Visit visit) {
    Caller caller = visit.caller();
    endIfSignedOut(visit);
    visit
        .connection()
        .open(
            new ServerFrame.Welcome(
                caller.userId(), caller.sessionId(), epoch, visit.told().moved()));
    calls.deviceArrived(caller.userId(), caller.sessionId());
    chat.presence().changed(caller.userId());
  }
}
