package charla.client.call;

import charla.protocol.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Audio without sound: two ends find each other when their descriptions have crossed. */
public final class FakeMedia implements Media {
  private final Consumer<Setup> onOpen;
  private final List<FakeSession> sessions = new ArrayList<>();
  private boolean pathIsThere = true;

  public FakeMedia() {
    this(setup -> {});
  }

  /**
   * @param onOpen is told when microphone and path are opened
   */
  public FakeMedia(Consumer<Setup> onOpen) {
    this.onOpen = onOpen;
  }

  /** The end that is open now. */
  public Optional<FakeSession> open() {
    return sessions.stream().filter(session -> !session.closed).findFirst();
  }

  public long openedSoFar() {
    return sessions.size();
  }

  /** The network takes no audio from now on. */
  void cut() {
    pathIsThere = false;
    open().filter(session -> session.connected).ifPresent(FakeSession::broke);
  }

  void mend() {
    pathIsThere = true;
  }

  @Override
  public void prepare(Consumer<Availability> answer) {
    answer.accept(new Availability.Ready());
  }

  @Override
  public FakeSession open(Setup setup, Listener listener) {
    onOpen.accept(setup);
    FakeSession session = new FakeSession(setup.role(), listener);
    sessions.add(session);
    return session;
  }

  @Override
  public void close() {
    sessions.forEach(FakeSession::close);
  }

  /** As much of a description as the server looks at. */
  public static String description(int number) {
    return String.join(
        "\r\n",
        "v=0",
        "o=- " + number + " 1 IN IP4 127.0.0.1",
        "s=-",
        "t=0 0",
        "m=audio 9 UDP/TLS/RTP/SAVPF 111",
        "a=ice-ufrag:charla",
        "a=ice-pwd:no-path-needs-this-word",
        "a=fingerprint:sha-256 AB:CD",
        "");
  }

  /** One end. */
  public final class FakeSession implements Session {
    private final Role role;
    private final Listener listener;
    private boolean closed;
    private boolean connected;
    private boolean muted;
    private boolean held;
    private int offers;
    private @Nullable String answered;

    FakeSession(Role role, Listener listener) {
      this.role = role;
      this.listener = listener;
    }

    public boolean isMuted() {
      return muted;
    }

    public boolean isHeld() {
      return held;
    }

    public Listener listener() {
      return listener;
    }

    @Override
    public void offer() {
      offers++;
      listener.say(new Signal.Offer(description(offers)));
      listener.say(new Signal.Candidate("0", 0, "candidate:1 1 udp 1 192.0.2.1 9 typ host"));
    }

    @Override
    public void hear(Signal signal) {
      if (closed) {
        return;
      }
      switch (signal) {
        case Signal.Offer offer when role == Role.CALLEE && !offer.sdp().equals(answered) -> {
          answered = offer.sdp();
          listener.say(new Signal.Answer(offer.sdp()));
          found();
        }
        case Signal.Answer answer
            when role == Role.CALLER && answer.sdp().equals(description(offers)) ->
            found();
        default -> {}
      }
    }

    @Override
    public void restartIce() {
      if (role == Role.CALLER && !closed) {
        offer();
      }
    }

    @Override
    public void mute() {
      muted = true;
    }

    @Override
    public void unmute() {
      muted = false;
    }

    @Override
    public void hold() {
      held = true;
    }

    @Override
    public void unhold() {
      held = false;
    }

    @Override
    public void close() {
      closed = true;
    }

    private void found() {
      if (pathIsThere) {
        connected = true;
        listener.connected();
      } else {
        listener.failed();
      }
    }

    private void broke() {
      connected = false;
      listener.disconnected();
    }
  }
}
