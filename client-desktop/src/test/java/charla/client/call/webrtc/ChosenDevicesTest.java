package charla.client.call.webrtc;

import static org.awaitility.Awaitility.await;

import charla.client.call.AudioDevices.Trial;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where there is no sound server. */
class ChosenDevicesTest {
  private final WebRtc webRtc = new WebRtc();

  @AfterEach
  void close() {
    webRtc.close();
  }

  @Test
  void aTrialWithoutADeviceSaysThatItFailed() {
    List<Trial> steps = new CopyOnWriteArrayList<>();

    webRtc.equipment().devices().trial(steps::add);

    await().until(() -> steps.contains(Trial.FAILED));
  }
}
