package charla.client.demo;

import charla.client.call.window.DevicePopoverView;
import java.util.Optional;

/** Devices that nobody chooses. */
public final class NoChoices implements DevicePopoverView.Choices {
  @Override
  public void useMicrophone(Optional<String> id) {}

  @Override
  public void useSpeaker(Optional<String> id) {}

  @Override
  public void testSound() {}

  @Override
  public void volume(double volume) {}

  @Override
  public void keepVolume(double volume) {}
}
