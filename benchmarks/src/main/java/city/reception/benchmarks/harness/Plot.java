package city.reception.benchmarks.harness;

import java.util.List;
import java.util.Locale;

/** Curves over time as an SVG: panels below each other with one axis of time. */
public record Plot(String title, List<Panel> panels) {

  private static final int WIDTH = 960;
  private static final int LEFT = 90;
  private static final int RIGHT = 190;
  private static final int TOP = 40;
  private static final int PANEL = 150;
  private static final int GAP = 40;
  private static final int TICKS = 6;
  private static final List<String> COLOURS = List.of("#1b6ca8", "#c1440e", "#4f7942", "#7a4f9a");

  /**
   * Curves of one unit.
   *
   * @param name what the vertical axis counts, unit included
   */
  public record Panel(String name, List<Curve> curves) {}

  /** One curve: {@code values[i]} at {@code seconds[i]}. */
  @SuppressWarnings("ArrayRecordComponent") // thousands of points, compared by nobody
  public record Curve(String name, double[] seconds, double[] values) {}

  /** The picture as text. */
  public String toSvg() {
    int height = TOP + panels.size() * (PANEL + GAP) + GAP;
    double end =
        panels.stream()
            .flatMap(panel -> panel.curves().stream())
            .mapToDouble(curve -> most(curve.seconds()))
            .max()
            .orElse(1);
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="white"/>
        <text x="%d" y="22" font-size="15">%s</text>
        """
            .formatted(WIDTH, height, LEFT, escaped(title)));
    for (int i = 0; i < panels.size(); i++) {
      panel(svg, panels.get(i), TOP + i * (PANEL + GAP), Math.max(end, 1));
    }
    return svg.append("</svg>\n").toString();
  }

  private static void panel(StringBuilder svg, Panel panel, int top, double end) {
    double most =
        Math.max(
            1e-9,
            panel.curves().stream().mapToDouble(curve -> most(curve.values())).max().orElse(1));
    int bottom = top + PANEL;
    int right = WIDTH - RIGHT;
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#999\"/>%n"
            .formatted(LEFT, top, right - LEFT, PANEL));
    text(svg, LEFT - 6, top + 10, "end", Figures.text(most));
    text(svg, LEFT - 6, bottom, "end", "0");
    text(svg, LEFT, top - 5, "start", panel.name());
    for (int i = 0; i <= TICKS; i++) {
      double second = end * i / TICKS;
      text(
          svg,
          LEFT + (int) ((right - LEFT) * second / end),
          bottom + 15,
          "middle",
          Math.round(second) + " s");
    }
    for (int i = 0; i < panel.curves().size(); i++) {
      Curve curve = panel.curves().get(i);
      String colour = COLOURS.get(i % COLOURS.size());
      StringBuilder points = new StringBuilder();
      for (int k = 0; k < curve.values().length; k++) {
        if (!Double.isNaN(curve.values()[k])) {
          points.append(
              String.format(
                  Locale.ROOT,
                  "%.1f,%.1f ",
                  LEFT + (right - LEFT) * curve.seconds()[k] / end,
                  bottom - PANEL * curve.values()[k] / most));
        }
      }
      svg.append(
          "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>%n"
              .formatted(colour, points.toString().strip()));
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"3\" fill=\"%s\"/>%n"
              .formatted(right + 12, top + 10 + i * 20, colour));
      text(svg, right + 30, top + 15 + i * 20, "start", curve.name());
    }
  }

  private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n"
            .formatted(x, y, anchor, escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static double most(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Double.isNaN(value) ? most : Math.max(most, value);
    }
    return most;
  }
}
