package charla.client.call.webrtc;

import charla.client.call.AudioDevices;
import charla.client.call.Equipment;
import charla.client.call.Media;
import charla.client.call.Quality;
import charla.protocol.Signal;
import charla.protocol.Wire;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;

/**
 * A program: one end of a call, with the devices of one name. Reads a command from each line and
 * says what happens; signals go in and out as JSON.
 */
final class CallEnd implements Media.Listener {
  private CallEnd() {}

  public static void main(String[] arguments) throws Wire.MalformedException {
    Media.Role role = Media.Role.valueOf(arguments[0]);
    String name = arguments[1];
    try (WebRtc webRtc = new WebRtc()) {
      Equipment equipment = webRtc.equipment();
      equipment.devices().useMicrophone(Optional.of("mic_" + name));
      equipment.devices().useSpeaker(Optional.of("speaker_" + name));
      equipment.devices().process(new AudioDevices.Processing(false, false, false));
      equipment.media().prepare(answer -> say("prepared", answer.toString()));
      try (Scanner in = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8)) {
        Media.Session session = null;
        while (in.hasNextLine()) {
          String[] line = in.nextLine().split(" ", 2);
          switch (line[0]) {
            case "open" ->
                session =
                    equipment
                        .media()
                        .open(new Media.Setup(role, List.of(), Media.Route.ANY), new CallEnd());
            case "speaker" -> equipment.devices().useSpeaker(Optional.of(line[1]));
            case "microphone" -> equipment.devices().useMicrophone(Optional.of(line[1]));
            default -> command(java.util.Objects.requireNonNull(session), line);
          }
        }
      }
    }
  }

  private static void command(Media.Session session, String[] line) throws Wire.MalformedException {
    switch (line[0]) {
      case "offer" -> session.offer();
      case "mute" -> session.mute();
      case "unmute" -> session.unmute();
      case "hold" -> session.hold();
      case "unhold" -> session.unhold();
      case "close" -> session.close();
      case "hear" -> session.hear(Wire.read(line[1], Signal.class));
      default -> throw new IllegalArgumentException(line[0]);
    }
  }

  @Override
  public void say(Signal signal) {
    say("signal", Wire.write(signal));
  }

  @Override
  public void connected() {
    say("connected", "");
  }

  @Override
  public void disconnected() {
    say("disconnected", "");
  }

  @Override
  public void failed() {
    say("failed", "");
  }

  @Override
  public void quality(Quality quality) {
    say("quality", quality.toString());
  }

  @Override
  public void levels(double own, double other) {
    say("levels", own + " " + other);
  }

  private static synchronized void say(String kind, String words) {
    System.out.println(kind + " " + words);
    System.out.flush();
  }
}
