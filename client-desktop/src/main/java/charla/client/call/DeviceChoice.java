package charla.client.call;

import java.util.Optional;

/** Chooses devices for calls, at once and for later. */
public interface DeviceChoice {
  /**
   * @param id empty follows the system's choice
   */
  void useMicrophone(Optional<String> id);

  /**
   * @param id empty follows the system's choice
   */
  void useSpeaker(Optional<String> id);
}
