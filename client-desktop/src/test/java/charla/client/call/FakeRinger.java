package charla.client.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers what was to be heard. */
public final class FakeRinger implements Ringer {
  private final List<Sound> played = new ArrayList<>();
  private @Nullable Sound loop;

  public List<Sound> played() {
    return played;
  }

  /** What sounds again and again now. */
  public Optional<Sound> loop() {
    return Optional.ofNullable(loop);
  }

  @Override
  public void play(Sound sound) {
    played.add(sound);
    loop = sound == Sound.RING || sound == Sound.RINGBACK ? sound : null;
  }

  @Override
  public void stop() {
    loop = null;
  }

  @Override
  public void volume(double volume) {}

  @Override
  public void output(Optional<String> speakerId) {}

  @Override
  public void close() {
    stop();
  }
}
