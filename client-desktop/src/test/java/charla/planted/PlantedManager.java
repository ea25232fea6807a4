package charla.planted;

/** Breaks every house rule, which proves that the rules catch it. */
public final class PlantedManager {
  private static int state;

  private PlantedManager() {}

  static void breakTheRest() throws InterruptedException {
    Thread.sleep(++state);
    System.out.println(state);
  }
}
