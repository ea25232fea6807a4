package charla.client.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What a person types on the welcome card, and what is wrong with it, input by input. */
public final class WelcomeInputs {
  /** Where an error can stand. */
  public enum Input {
    GENERAL,
    SERVER,
    INVITE,
    USERNAME,
    DISPLAY_NAME,
    PASSWORD,
    AGAIN
  }

  private final Map<Input, StringProperty> values = new EnumMap<>(Input.class);
  private final Map<Input, StringProperty> errors = new EnumMap<>(Input.class);
  private final BooleanProperty staySignedIn = new SimpleBooleanProperty(true);

  WelcomeInputs() {
    for (Input input : Input.values()) {
      values.put(input, new SimpleStringProperty(""));
      errors.put(input, new SimpleStringProperty());
    }
  }

  public StringProperty value(Input input) {
    return Objects.requireNonNull(values.get(input));
  }

  /** What is wrong there; null when nothing is. */
  public StringProperty error(Input input) {
    return Objects.requireNonNull(errors.get(input));
  }

  public BooleanProperty staySignedIn() {
    return staySignedIn;
  }

  String text(Input input) {
    return value(input).get();
  }

  void show(Input input, @Nullable String error) {
    error(input).set(error);
  }

  void clearErrors() {
    errors.values().forEach(error -> error.set(null));
  }

  /** Marks the inputs that are still empty; whether there are any. */
  boolean anyMissing(String required, Input... inputs) {
    boolean any = false;
    for (Input input : inputs) {
      if (text(input).isBlank()) {
        show(input, required);
        any = true;
      }
    }
    return any;
  }

  void forgetPasswords() {
    value(Input.PASSWORD).set("");
    value(Input.AGAIN).set("");
  }
}
