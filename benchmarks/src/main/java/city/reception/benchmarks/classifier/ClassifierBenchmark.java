package city.reception.benchmarks.classifier;

import city.reception.classifier.Classification;
import city.reception.classifier.Explanation;
import city.reception.classifier.TopicModel;
import city.reception.classifier.training.CsvTexts;
import city.reception.classifier.training.UnfitTextsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One thread classifies texts, one after the other: {@code ./appeals bench classifier}. Without
 * parameters: the starter model on sample sentences, which is the best case, for all their words
 * are soon remembered. {@code -p model=FILE -p data=FILE.csv} measures another model on the column
 * {@code text} of a file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ClassifierBenchmark {

  private static final int LONG = 1_000;

  private static final List<String> SAMPLES =
      List.of(
          "Не работает лифт в третьем подъезде, прошу принять меры",
          "яма на дороге у остановки, машины объезжают по встречке!!!",
          "Ребёнка не взяли в сад по прописке",
          "Уберите мусор во дворе дома 17",
          "Просим поставить светофор у школы, дети перебегают дорогу",
          "В поликлинике нет записи к окулисту на месяц вперёд",
          "Здраствуйте когда отремонтируют крышу, течет на пятом этаже",
          "Прошу разъяснить порядок получения субсидии самозанятым");

  /** A model's file; the starter model where it is empty. */
  @Param("")
  public String model = "";

  /** A CSV file with a column {@code text}; sample sentences where it is empty. */
  @Param("")
  public String data = "";

  private TopicModel asked = TopicModel.starter();
  private String[] texts = {};
  private String[] longTexts = {};
  private int next;

  /** Reads model and texts, and strings texts together to long ones. */
  @Setup
  public void read() throws IOException, UnfitTextsException {
    if (!model.isEmpty()) {
      asked = TopicModel.read(Path.of(model));
    }
    List<String> all = data.isEmpty() ? SAMPLES : CsvTexts.texts(Path.of(data), "text");
    texts = all.toArray(String[]::new);
    longTexts = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = i; text.length() < LONG; j++) {
        text.append(texts[j % texts.length]).append(' ');
      }
      longTexts[i] = text.substring(0, LONG);
    }
  }

  /** A text as it comes. */
  @Benchmark
  public Classification text() {
    return asked.classify(texts[next++ % texts.length]);
  }

  /** A text as it comes, with the words that spoke for its topics: what the router asks. */
  @Benchmark
  public Explanation reasons() {
    return asked.explain("", texts[next++ % texts.length], 2);
  }

  /** A text of 1,000 characters. */
  @Benchmark
  public Classification thousandCharacters() {
    return asked.classify(longTexts[next++ % longTexts.length]);
  }
}
