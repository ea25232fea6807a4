package charla.client.settings;

import charla.client.ui.Appearance;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person chose, in one small file of the profile folder, written at each change. A file that
 * cannot be read means the defaults; one that cannot be written is logged and the choice holds
 * until the app ends. FX thread only.
 */
public final class Preferences {
  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

  private final Path file;
  private final Properties values = new Properties();

  /**
   * @param file need not exist; its folder does
   */
  public Preferences(Path file) {
    this.file = file;
    if (!Files.exists(file)) {
      return;
    }
    try (Reader in = Files.newBufferedReader(file)) {
      values.load(in);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("preferences cannot be read, defaults are used", e);
    }
  }

  public Appearance appearance() {
    return read("appearance", Appearance::valueOf).orElse(Appearance.SYSTEM);
  }

  public void setAppearance(Appearance appearance) {
    write("appearance", appearance.name());
  }

  /** The language asked for; empty follows the system. */
  public Optional<Locale> language() {
    return read("language", Locale::forLanguageTag);
  }

  public void setLanguage(Optional<Locale> language) {
    write("language", language.map(Locale::toLanguageTag).orElse(""));
  }

  /** 0.75 to 2. */
  public double zoom() {
    return read("zoom", Double::valueOf).filter(z -> z >= 0.75 && z <= 2).orElse(1.0);
  }

  public void setZoom(double zoom) {
    write("zoom", Double.toString(zoom));
  }

  /** Width of the list of conversations, px. */
  public double listWidth() {
    return read("list.width", Double::valueOf).filter(w -> w >= 200 && w <= 800).orElse(320.0);
  }

  public void setListWidth(double width) {
    write("list.width", Double.toString(width));
  }

  /** Servers that were signed in to, the latest first; at most five. */
  public List<String> servers() {
    return read("servers", text -> List.of(text.split(" ", -1))).orElse(List.of());
  }

  public void addServer(String server) {
    write(
        "servers",
        Stream.concat(Stream.of(server), servers().stream())
            .distinct()
            .limit(5)
            .collect(Collectors.joining(" ")));
  }

  /** Emoji that were used, the latest first. */
  public List<String> emojis() {
    return read("emojis", text -> List.of(text.split(" ", -1))).orElse(List.of());
  }

  public void setEmojis(List<String> emojis) {
    write("emojis", String.join(" ", emojis));
  }

  /** Where the main window stood when it was closed. */
  public Optional<WindowPlace> window() {
    return read("window", WindowPlace::parse);
  }

  public void setWindow(WindowPlace place) {
    write("window", place.format());
  }

  /** What was chosen about calls. */
  public CallPreferences calls() {
    return new CallPreferences(this);
  }

  <T> Optional<T> read(String key, Function<String, T> parse) {
    String text = values.getProperty(key, "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException e) {
      LOG.warn("preference {} is not readable, its default is used", key);
      return Optional.empty();
    }
  }

  void write(String key, String value) {
    if (value.equals(values.setProperty(key, value))) {
      return;
    }
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        values.store(out, null);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("preferences cannot be written", e);
    }
  }
}
