package city.reception.benchmarks.harness;

import java.util.Locale;

/** Numbers for people: about three digits that mean something. */
final class Figures {

  private Figures() {}

  static String text(double value) {
    if (Double.isNaN(value)) {
      return "n/a";
    }
    double size = Math.abs(value);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
