package charla.client.call.window;

import charla.client.call.CallNotice;
import charla.client.call.CallViewModel;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What one should know during the call, with a button where something can be done about it. */
final class NoticeView extends HBox {
  private final Label text = new Label();
  private final Button take = new Button();

  NoticeView(CallViewModel model) {
    super(8);
    getStyleClass().add("call-notice");
    setAlignment(Pos.CENTER);
    setMaxWidth(USE_PREF_SIZE);
    text.setId("call-notice");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    take.setId("call-notice-take");
    take.setMinWidth(USE_PREF_SIZE);
    take.managedProperty().bind(take.visibleProperty());
    getChildren().addAll(text, take);
    managedProperty().bind(visibleProperty());
    model.noticeProperty().subscribe(this::show);
  }

  private void show(Optional<CallNotice> notice) {
    setVisible(notice.isPresent());
    text.setText(notice.map(CallNotice::text).orElse(""));
    Optional<CallNotice.Offer> offer = notice.flatMap(CallNotice::offer);
    take.setVisible(offer.isPresent());
    offer.ifPresent(made -> {
      take.setText(made.word());
      take.setOnAction(event -> made.take().run());
    });
  }
}
