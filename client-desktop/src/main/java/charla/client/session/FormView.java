package charla.client.session;

import charla.client.session.WelcomeInputs.Input;
import charla.client.ui.Field;
import charla.client.ui.Icons;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** What the forms of the welcome card have in common. */
abstract class FormView extends VBox {
  private final WelcomeViewModel model;

  FormView(WelcomeViewModel model) {
    super(12);
    this.model = model;
  }

  /** Shows a field's error below it, and takes the focus there when it appears. */
  final void showErrors(Input input, Field field) {
    model
        .inputs()
        .error(input)
        .addListener((o, was, is) -> {
          field.setError(is);
          if (is != null) {
            field.focusInput();
          }
        });
    field.setError(model.inputs().error(input).get());
  }

  /** What is wrong and belongs to no field. */
  final Label general() {
    Label problem = new Label(null, Icons.of(BootstrapIcons.EXCLAMATION_CIRCLE));
    problem.setId("problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.setMaxWidth(Double.MAX_VALUE);
    problem.textProperty().bind(model.inputs().error(Input.GENERAL));
    problem.visibleProperty().bind(problem.textProperty().isNotNull());
    problem.managedProperty().bind(problem.visibleProperty());
    return problem;
  }

  /** The button that Enter presses; it says what is going on while the server is asked. */
  final Button submit(String text, String busyText) {
    Button submit = new Button();
    submit.setId("submit");
    submit.setDefaultButton(true);
    submit.getStyleClass().add("accent");
    submit.setMaxWidth(Double.MAX_VALUE);
    submit.textProperty().bind(Bindings.when(model.busy()).then(busyText).otherwise(text));
    submit.disableProperty().bind(model.busy().or(model.waiting()));
    submit.setOnAction(event -> model.submit());
    return submit;
  }
}
