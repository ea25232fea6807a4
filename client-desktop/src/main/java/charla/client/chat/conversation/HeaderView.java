package charla.client.chat.conversation;

import charla.client.chat.ConversationEntry;
import charla.client.ui.Avatar;
import charla.client.ui.CallKeys;
import charla.client.ui.Icons;
import charla.client.ui.Keys;
import charla.client.ui.Pseudo;
import charla.client.ui.Texts;
import charla.client.ui.Times;
import charla.protocol.User;
import charla.protocol.UserId;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** With whom, whether they are there, and what else can be done with them. */
final class HeaderView extends HBox {
  /** Between name and user name, px. */
  private static final double GAP = 8;

  private final ConversationEntry entry;
  private final Texts texts;
  private final Times times;
  private final Avatar avatar = new Avatar(36);
  private final Label name = new Label();
  private final Label username = new Label();
  private final Tooltip whole = new Tooltip();
  private final Label subline = new Label();
  private final Button back;
  private final Button call = Icons.button(BootstrapIcons.TELEPHONE, "");
  private final Tooltip whyNot = new Tooltip();
  private final ChangeListener<Optional<String>> onHindrance = (o, was, is) -> hinder(is);
  private final ObservableValue<Optional<String>> hindrance;
  private final ObservableValue<Optional<UserId>> talkingWith;
  private final ChangeListener<Object> onChange = (o, was, is) -> show();

  /** What can be done from here. */
  interface Actions {
    void back();

    void call();

    /** Why they cannot be called, in words. */
    ObservableValue<Optional<String>> hindrance();

    /** Whom this person talks with just now. */
    ObservableValue<Optional<UserId>> talkingWith();

    /** Made anew each time it is opened. */
    ContextMenu menu();
  }

  HeaderView(ConversationEntry entry, Texts texts, Times times, Actions actions) {
    super(12);
    this.entry = entry;
    this.texts = texts;
    this.times = times;
    this.talkingWith = actions.talkingWith();
    this.hindrance = actions.hindrance();
    this.back = Icons.button(BootstrapIcons.ARROW_LEFT, texts.get("header.back"));
    back.setOnAction(event -> actions.back());
    back.setVisible(false);
    back.managedProperty().bind(back.visibleProperty());
    getStyleClass().add("conversation-header");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(back, avatar, names(), call(actions), more(actions));
    entry.peerProperty().addListener(new WeakChangeListener<>(onChange));
    entry.typingProperty().addListener(new WeakChangeListener<>(onChange));
    talkingWith.addListener(new WeakChangeListener<>(onChange));
    hindrance.addListener(new WeakChangeListener<>(onHindrance));
    hinder(hindrance.getValue());
    show();
  }

  BooleanProperty backVisibleProperty() {
    return back.visibleProperty();
  }

  private void show() {
    User peer = entry.peer();
    avatar.show(peer.id().value(), peer.displayName());
    avatar.setOnline(peer.online());
    name.setText(peer.displayName());
    username.setText("@" + peer.username());
    whole.setText(name.getText() + " " + username.getText());
    subline.setText(presence(peer));
    subline.pseudoClassStateChanged(Pseudo.CURRENT, entry.typingProperty().get());
  }

  private String presence(User peer) {
    if (entry.typingProperty().get()) {
      return texts.get("header.typing");
    }
    if (talkingWith.getValue().filter(peer.id()::equals).isPresent()) {
      return texts.get("header.inCall");
    }
    if (peer.online()) {
      return texts.get("header.online");
    }
    Instant lastSeen = peer.lastSeen();
    return lastSeen == null
        ? texts.get("header.offline")
        : texts.get("header.lastSeen", times.shortest(lastSeen));
  }

  private VBox names() {
    name.getStyleClass().add("header");
    username.getStyleClass().add("meta");
    username.setMinWidth(0);
    subline.getStyleClass().addAll("meta", "presence");
    HBox first = new HBox(GAP, name, username);
    first.setAlignment(Pos.BASELINE_LEFT);
    // The beginning of a user name says nothing: it stands there whole or not at all.
    username
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> name.prefWidth(-1) + GAP + username.prefWidth(-1) <= first.getWidth(),
                name.textProperty(),
                name.fontProperty(),
                username.textProperty(),
                username.fontProperty(),
                first.widthProperty()));
    // Where both do not fit, the name is what people know each other by.
    name.minWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(name.prefWidth(-1), first.getWidth()),
                name.textProperty(),
                name.fontProperty(),
                first.widthProperty()));
    first.setMinWidth(0);
    VBox names = new VBox(first, subline);
    names.setAlignment(Pos.CENTER_LEFT);
    names.setMinWidth(0);
    setHgrow(names, Priority.ALWAYS);
    Tooltip.install(names, whole);
    return names;
  }

  private Region call(Actions actions) {
    call.setId("call-peer");
    call.setOnAction(event -> actions.call());
    whyNot.setWrapText(true);
    whyNot.setMaxWidth(320);
    StackPane around = new StackPane(call);
    Tooltip.install(around, whyNot);
    return around;
  }

  /** Where nobody can be called the button stays, and says why. */
  private void hinder(Optional<String> reason) {
    String name = texts.get("call.start", entry.peer().displayName());
    call.setDisable(reason.isPresent());
    call.setAccessibleText(reason.orElse(name));
    call.setTooltip(null);
    whyNot.setText(reason.orElseGet(() -> Keys.named(name, CallKeys.CALL)));
  }

  private Region more(Actions actions) {
    Button more = Icons.button(BootstrapIcons.THREE_DOTS_VERTICAL, texts.get("header.more"));
    more.setOnAction(event -> actions.menu().show(more, Side.BOTTOM, 0, 4));
    return more;
  }
}
