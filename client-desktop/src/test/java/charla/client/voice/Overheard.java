package charla.client.voice;

import charla.client.call.Media;
import charla.client.call.Quality;
import charla.protocol.Signal;
import charla.protocol.Wire;
import java.util.function.Consumer;

/** Real audio, of which {@link Desk} says what it tells the other device and how it travels. */
record Overheard(Media media) implements Media {
  @Override
  public void prepare(Consumer<Availability> answer) {
    media.prepare(answer);
  }

  @Override
  public Session open(Setup setup, Listener listener) {
    return media.open(setup, new Ear(listener));
  }

  @Override
  public void close() {
    media.close();
  }

  private record Ear(Listener listener) implements Listener {
    @Override
    public void say(Signal signal) {
      Desk.say("signal " + Wire.write(signal));
      listener.say(signal);
    }

    @Override
    public void connected() {
      Desk.say("connected");
      listener.connected();
    }

    @Override
    public void disconnected() {
      Desk.say("disconnected");
      listener.disconnected();
    }

    @Override
    public void failed() {
      Desk.say("failed-path");
      listener.failed();
    }

    @Override
    public void quality(Quality quality) {
      Desk.say("quality " + quality);
      listener.quality(quality);
    }

    @Override
    public void levels(double own, double other) {
      listener.levels(own, other);
    }
  }
}
