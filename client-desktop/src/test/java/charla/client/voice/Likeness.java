package charla.client.voice;

/**
 * How alike two sounds are in their loudness over time, at the delay at which they are most alike.
 *
 * @param correlation Pearson's, -1 to 1
 */
record Likeness(double correlation, int delayMillis) {
  private static final int STEP = 10;
  private static final int MOST = 100;

  /** Of the second to the first, each a value for every ten milliseconds. */
  static Likeness of(double[] said, double[] heard) {
    Likeness best = new Likeness(-1, 0);
    for (int lag = 0; lag < MOST; lag++) {
      double correlation = correlation(said, heard, lag);
      if (correlation > best.correlation) {
        best = new Likeness(correlation, lag * STEP);
      }
    }
    return best;
  }

  private static double correlation(double[] said, double[] heard, int lag) {
    int n = Math.min(said.length, heard.length - lag);
    double a = 0;
    double b = 0;
    for (int i = 0; i < n; i++) {
      a += said[i] / n;
      b += heard[i + lag] / n;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < n; i++) {
      double x = said[i] - a;
      double y = heard[i + lag] - b;
      ab += x * y;
      aa += x * x;
      bb += y * y;
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }
}
