package charla.client;

import charla.client.ui.Texts;
import java.awt.GraphicsEnvironment;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.swing.JOptionPane;
import javax.swing.JTextArea;

/**
 * Says why the app did not start, in a window of Swing's: it opens also when JavaFX is what failed.
 */
final class StartProblem {
  private final Texts texts = new Texts(Locale.getDefault());
  private final Throwable problem;
  private final Path log;

  /**
   * @param log where more about it stands, if that far was come
   */
  StartProblem(Throwable problem, Path log) {
    this.problem = problem;
    this.log = log;
  }

  /** On the terminal, and in a window where there can be one; returns when that is closed. */
  void show() {
    System.err.println(texts.get("start.failed") + "\n" + words());
    if (!GraphicsEnvironment.isHeadless()) {
      JTextArea area = new JTextArea(words());
      area.setEditable(false);
      area.setOpaque(false);
      JOptionPane.showMessageDialog(
          null, area, texts.get("start.failed"), JOptionPane.ERROR_MESSAGE);
    }
  }

  String words() {
    String reason = reason(root(problem));
    return Files.exists(log) ? reason + "\n" + texts.get("start.failed.log", log) : reason;
  }

  private String reason(Throwable root) {
    return root instanceof FileSystemException file
        ? texts.get("start.failed.file", String.valueOf(file.getFile()))
        : root.toString();
  }

  private static Throwable root(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
