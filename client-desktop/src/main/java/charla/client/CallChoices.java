package charla.client;

import charla.client.call.AudioDevices;
import charla.client.call.Line;
import charla.client.call.window.DevicePopoverView;
import charla.client.settings.CallPreferences;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is chosen in a call holds at once, and for the next ones.
 *
 * @param call the one that there is
 */
record CallChoices(CallPreferences preferences, AudioDevices devices, Supplier<Optional<Line>> call)
    implements DevicePopoverView.Choices {
  @Override
  public void useMicrophone(Optional<String> id) {
    preferences.setMicrophone(id);
    devices.useMicrophone(id);
  }

  @Override
  public void useSpeaker(Optional<String> id) {
    preferences.setSpeaker(id);
    devices.useSpeaker(id);
  }

  @Override
  public void testSound() {
    devices.testSound();
  }

  @Override
  public void volume(double volume) {
    devices.volume(volume);
  }

  @Override
  public void keepVolume(double volume) {
    call.get().ifPresent(line -> preferences.setVolume(line.peer().id(), volume));
  }
}
