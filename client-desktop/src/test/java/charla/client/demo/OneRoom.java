package charla.client.demo;

import charla.client.call.Equipment;
import charla.client.call.Media;
import charla.protocol.Signal;
import java.util.function.Consumer;

/**
 * Calls between two people at one computer: real but for their microphones, which stay closed. Each
 * would hear the other's speaker, and the room would howl.
 */
record OneRoom(Media media) implements Media {
  static Equipment with(Equipment equipment) {
    return new Equipment(new OneRoom(equipment.media()), equipment.devices(), equipment.ringer());
  }

  @Override
  public void prepare(Consumer<Availability> answer) {
    media.prepare(answer);
  }

  @Override
  public Session open(Setup setup, Listener listener) {
    Session session = media.open(setup, listener);
    session.mute();
    return new Silent(session);
  }

  @Override
  public void close() {
    media.close();
  }

  private record Silent(Session session) implements Session {
    @Override
    public void offer() {
      session.offer();
    }

    @Override
    public void hear(Signal signal) {
      session.hear(signal);
    }

    @Override
    public void restartIce() {
      session.restartIce();
    }

    @Override
    public void mute() {}

    @Override
    public void unmute() {}

    @Override
    public void hold() {
      session.hold();
    }

    @Override
    public void unhold() {
      session.unhold();
    }

    @Override
    public void close() {
      session.close();
    }
  }
}
