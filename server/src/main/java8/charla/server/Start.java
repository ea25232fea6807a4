package charla.server;

import java.lang.reflect.InvocationTargetException;

/**
 * The jar's main class. Compiled for Java 8, so that an older Java than Charla needs can still say
 * so in a sentence in place of an UnsupportedClassVersionError.
 */
public final class Start {
  private static final int NEEDED = 25;

  private Start() {}

  public static void main(String[] arguments) throws Throwable {
    String version = System.getProperty("java.specification.version");
    if (isTooOld(version)) {
      System.err.println(
          "Charla needs Java " + NEEDED + " or newer, and this is Java " + version
              + ". Install a newer one, or start this jar with its full path: .../bin/java -jar"
              + " charla-server.jar");
      System.exit(1);
    }
    try {
      Class.forName("charla.server.Main")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Versions are called 1.8, 9, 17, 25. */
  static boolean isTooOld(String version) {
    return version.startsWith("1.") || Integer.parseInt(version) < NEEDED;
  }
}
