package charla.client.voice;

import charla.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two apps as processes, with real audio devices, under which the sound server dies. */
@Timeout(180)
class SoundServerDiesTest {
  @TempDir Path folder;

  @Test
  void theCallGoesOnAndTheNextOneWhichItOffersIsHeard() throws Exception {
    try (ServerProcess server =
            ServerProcess.overTls(Files.createDirectory(folder.resolve("server")));
        TwoDesks desks = TwoDesks.inTouch(folder, server.invite().toString(), Map.of())) {
      desks.call();
      desks.sound().diesAndReturns();
      desks.callAgain();

      desks.assertBothAreHeard();
      desks.hangUp();
      desks.end();
    }
  }
}
