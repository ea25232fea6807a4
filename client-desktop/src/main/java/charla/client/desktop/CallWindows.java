package charla.client.desktop;

import charla.client.call.CallState;
import charla.client.call.CallViewModel;
import charla.client.call.Dialing;
import charla.client.call.Idle;
import charla.client.call.Over;
import charla.client.call.Ringing;
import charla.client.call.window.CallBarView;
import charla.client.call.window.CallView;
import charla.client.call.window.DevicePopoverView;
import charla.client.call.window.IncomingCallView;
import charla.client.ui.OperatingSystem;
import charla.client.ui.Screens;
import charla.client.ui.Texts;
import charla.client.ui.Theme;
import javafx.event.EventHandler;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * Opens and closes the windows of calls as their state wants it. Closing the call's window puts the
 * call into the main window: nobody is hung up on by mistake. FX thread only.
 */
public final class CallWindows implements AutoCloseable {
  private static final double FROM_EDGE = 16;

  private final Stage main;
  private final Theme theme;
  private final CallViewModel model;
  private final CallBarView bar;
  private final CallKeyboard keyboard;
  private final Stage call = new Stage();
  private final EventHandler<WindowEvent> onMainClosing = event -> comeOut();
  private final Popup incoming = new Popup();
  private boolean docked;

  public CallWindows(
      Stage main, Theme theme, Texts texts, CallViewModel model, DevicePopoverView devices) {
    this.main = main;
    this.theme = theme;
    this.model = model;
    bar = new CallBarView(texts, model, devices, this::undock);
    bar.setVisible(false);
    Scene scene =
        new Scene(new CallView(texts, model, devices, this::dock), CallView.WIDTH, CallView.HEIGHT);
    theme.dress(scene);
    // A popup takes no focus from whatever somebody is typing into.
    incoming.getContent().add(new IncomingCallView(texts, model));
    incoming.setHideOnEscape(false);
    theme.dress(incoming.getScene());
    incoming.getScene().addEventFilter(KeyEvent.KEY_PRESSED, this::onEscape);
    call.setScene(scene);
    call.getIcons().setAll(main.getIcons());
    call.setMinWidth(CallView.MIN_WIDTH);
    call.setMinHeight(CallView.MIN_HEIGHT);
    call.setOnCloseRequest(event -> {
      event.consume();
      dock();
    });
    main.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, onMainClosing);
    keyboard = new CallKeyboard(model);
    keyboard.listenTo(main.getScene());
    keyboard.listenTo(incoming.getScene());
    keyboard.listenTo(scene);
    model.stateProperty().subscribe(this::show);
    model
        .peerProperty()
        .subscribe(peer ->
            peer.ifPresent(who -> call.setTitle(texts.get("call.window", who.displayName()))));
  }

  /** Stands for the call in the main window. */
  public CallBarView bar() {
    return bar;
  }

  @Override
  public void close() {
    main.removeEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, onMainClosing);
    keyboard.close();
    incoming.hide();
    theme.release(incoming.getScene());
    theme.release(call.getScene());
    call.hide();
  }

  private void show(CallState state) {
    // Nobody took it up here: where it was answered is said where it rang.
    boolean comes = state instanceof Ringing || (state instanceof Over && incoming.isShowing());
    boolean has = !comes && !(state instanceof Idle);
    if (!comes) {
      incoming.hide();
    } else if (!incoming.isShowing()) {
      showIncoming();
    }
    if (!has) {
      docked = false;
    }
    bar.setVisible(has && docked);
    if (has && !docked && !call.isShowing()) {
      placeOnce();
      call.show();
    } else if (!has || docked) {
      call.hide();
    }
    if (state instanceof Dialing) {
      // The window of the call before may still be there, and behind another.
      call.toFront();
    }
  }

  /** In the middle of the main window; from then on where it was moved to. */
  private void placeOnce() {
    if (Double.isNaN(call.getX()) && main.isShowing()) {
      Rectangle2D screen = Screens.at(main.getX(), main.getY());
      call.setX(within(main.getX(), main.getWidth(), CallView.WIDTH, screen.getMinX()));
      call.setY(within(main.getY(), main.getHeight(), CallView.HEIGHT, screen.getMinY()));
    }
  }

  private static double within(double start, double length, double own, double edge) {
    return Math.max(edge, start + (length - own) / 2);
  }

  private void dock() {
    docked = true;
    if (model.stateProperty().get().isFree()) {
      model.dismiss();
    } else {
      showMain();
    }
    show(model.stateProperty().get());
  }

  /** A call that stands in the main window does not end with it. */
  private void comeOut() {
    if (docked && !model.stateProperty().get().isFree()) {
      undock();
    }
  }

  private void undock() {
    docked = false;
    show(model.stateProperty().get());
    call.toFront();
  }

  private void showIncoming() {
    showMain();
    Rectangle2D screen = Screens.at(main.getX(), main.getY());
    double x = screen.getMaxX() - IncomingCallView.WIDTH - FROM_EDGE;
    double y = screen.getMinY() + FROM_EDGE;
    incoming.show(main, x, y);
    // Elsewhere than on Linux what belongs to a minimised window is hidden with it.
    if (main.isIconified() && OperatingSystem.here() != OperatingSystem.LINUX) {
      main.setIconified(false);
    }
  }

  /** It may have been closed while a call had a window of its own. */
  private void showMain() {
    if (!main.isShowing()) {
      main.show();
    }
  }

  /** No decision: it only stops the ring here. */
  private void onEscape(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && model.stateProperty().get() instanceof Ringing) {
      model.ignore();
      key.consume();
    }
  }
}
