package charla.client.ui;

/** What the app runs on, for the few things that differ. */
public enum OperatingSystem {
  LINUX,
  MAC,
  WINDOWS;

  public static OperatingSystem here() {
    return named(System.getProperty("os.name", ""));
  }

  /**
   * @param name as Java knows it; every other Unix is taken for a Linux
   */
  public static OperatingSystem named(String name) {
    if (name.startsWith("Windows")) {
      return WINDOWS;
    }
    return name.startsWith("Mac") ? MAC : LINUX;
  }
}
