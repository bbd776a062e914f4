package city.reception.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlotTest {

  @Test
  void everyCurveIsDrawnAndGapsAreLeftOut() throws Exception {
    Plot plot =
        new Plot(
            "a < b & c",
            List.of(
                new Plot.Panel(
                    "one",
                    List.of(
                        new Plot.Curve(
                            "curve", new double[] {0, 1, 2}, new double[] {1, Double.NaN, 3}))),
                new Plot.Panel(
                    "none", List.of(new Plot.Curve("empty", new double[0], new double[0])))));

    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(plot.toSvg())));

    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    String points =
        svg.getElementsByTagName("polyline")
            .item(0)
            .getAttributes()
            .getNamedItem("points")
            .getNodeValue();
    assertThat(points.split(" ")).hasSize(2);
    assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("a < b & c");
  }
}
