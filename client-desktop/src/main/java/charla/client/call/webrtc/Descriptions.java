package charla.client.call.webrtc;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows once WebRTC has made or taken a description. When it does not, nothing follows, and
 * the call ends by its own time limit.
 */
final class Descriptions {
  private static final Logger LOG = LoggerFactory.getLogger(Descriptions.class);

  private Descriptions() {}

  static CreateSessionDescriptionObserver created(
      Executor executor, Consumer<RTCSessionDescription> then) {
    return new CreateSessionDescriptionObserver() {
      @Override
      public void onSuccess(RTCSessionDescription description) {
        executor.execute(() -> then.accept(description));
      }

      @Override
      public void onFailure(String error) {
        LOG.warn("no description could be made: {}", error);
      }
    };
  }

  static SetSessionDescriptionObserver set(Executor executor, Runnable then) {
    return new SetSessionDescriptionObserver() {
      @Override
      public void onSuccess() {
        executor.execute(then);
      }

      @Override
      public void onFailure(String error) {
        LOG.warn("a description was not taken: {}", error);
      }
    };
  }
}
