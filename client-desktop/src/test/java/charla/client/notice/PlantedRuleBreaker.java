package charla.client.notice;

import charla.client.settings.Preferences;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import jakarta.websocket.Session;
import java.net.http.HttpClient;
import java.sql.Connection;
import javafx.application.Platform;
import javafx.scene.Node;

/** Breaks every rule of the app's architecture test, which proves that the rules catch it. */
public record PlantedRuleBreaker(
    Preferences laterInTheLine,
    Session socket,
    HttpClient http,
    Connection sql,
    Node node,
    AudioTrack track) {
  void asideOfTheDoor() {
    Platform.runLater(node::requestFocus);
  }
}
