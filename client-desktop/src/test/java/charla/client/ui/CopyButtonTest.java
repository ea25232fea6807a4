package charla.client.ui;

import static charla.client.Shown.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class CopyButtonTest {
  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void whoHasCopiedIsTold() {
    onFx(() -> {
      List<String> copied = new ArrayList<>();
      CopyButton button = new CopyButton("Copy", "Copied", () -> copied.add("link"));
      assertThat(button.getText()).isEqualTo("Copy");

      button.fire();

      assertThat(copied).containsExactly("link");
      assertThat(button.getText()).isEqualTo("Copied");
    });
  }
}
