package city.reception.classifier;

import city.reception.classifier.text.TextFeatures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.UnaryOperator;

/**
 * Says what a text is about. Never changes; any number of threads may ask it. Equal texts get equal
 * answers from equal versions.
 */
public final class TopicModel {

  /** Of the words of a text, the share that must be known before it is acted on. */
  private static final double FEWEST_KNOWN = 0.25;

  private final ModelContent content;
  private final String version;
  private final UnaryOperator<String> groups;
  private final int[] groupOf;
  private final Thresholds thresholds;

  /** What threads left that asked before: it goes when the model goes. */
  private final Queue<Scratch> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  TopicModel(ModelContent content, String version) {
    this(content, version, content.card().precision(), UnaryOperator.identity());
  }

  private TopicModel(
      ModelContent content, String version, double precision, UnaryOperator<String> groups) {
    this.content = content;
    this.version = version;
    this.groups = groups;
    this.groupOf = content.groups(groups);
    this.thresholds = content.thresholds(precision, groupOf);
  }

  /**
   * Reads a model.
   *
   * @throws InvalidModelException when the file is no model, damaged, or of a later format
   * @throws IOException when it cannot be read
   */
  public static TopicModel read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /**
   * Reads a model to the end of the stream, and leaves the stream open; see {@link #read(Path)}.
   */
  public static TopicModel read(InputStream in) throws IOException {
    return ModelFile.read(in);
  }

  /** The model that comes with this version: trained on the starter corpus, read once. */
  public static TopicModel starter() {
    return Starter.MODEL;
  }

  /** A model of what training found. */
  public static TopicModel of(ModelContent content) {
    return new TopicModel(content, ModelFile.version(content));
  }

  /** Writes the model; the file is replaced as a whole or not at all. */
  public void write(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    Files.write(part, ModelFile.bytes(content));
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
  }

  /** {@code topics-} and the beginning of the content's hash. */
  public String version() {
    return version;
  }

  /** All topics that it knows, in alphabetical order. */
  public List<String> topics() {
    return content.topics();
  }

  public ModelCard card() {
    return content.card();
  }

  /**
   * What it said of the texts that it was trained on while they were held out: by their numbers,
   * the likeliest topic.
   */
  public Map<Long, String> saidOfItsOwn() {
    OutOfFold heldOut = content.heldOut();
    Map<Long, String> said = new HashMap<>();
    for (int i = 0; i < heldOut.size(); i++) {
      said.put(heldOut.texts()[i], content.topics().get(heldOut.predicted(i)));
    }
    return said;
  }

  /** The precision that was asked for in training. */
  public double precision() {
    return thresholds.precision();
  }

  /** From which probability {@code topic} is acted on without a person; empty where it never is. */
  public OptionalDouble threshold(String topic) {
    int k = content.topics().indexOf(topic);
    return k < 0 || thresholds.never(k)
        ? OptionalDouble.empty()
        : OptionalDouble.of(thresholds.byTopic()[k]);
  }

  /**
   * The same model with thresholds for another precision, from the same held-out texts.
   *
   * @param precision more than 0 and less than 1
   */
  public TopicModel at(double precision) {
    if (!(precision > 0 && precision < 1)) {
      throw new IllegalArgumentException("a precision lies between 0 and 1: " + precision);
    }
    return new TopicModel(content, version, precision, groups);
  }

  /**
   * The same model for one whom groups of topics concern, like the committees that hold them:
   * taking a topic for another of its group does no harm, so the likeliest is as likely as those of
   * its group together, and thresholds are lower.
   *
   * @param of names each topic's group
   */
  public TopicModel grouped(UnaryOperator<String> of) {
    return new TopicModel(content, version, thresholds.precision(), of);
  }

  public Classification classify(String text) {
    return classify("", text);
  }

  /** What a letter with this subject and text is about. */
  public Classification classify(String subject, String text) {
    Scratch mine = scratch();
    mine.read(subject, text);
    Classification classification = mine.classification();
    idle.offer(mine);
    return classification;
  }

  /**
   * What a letter with this subject and text is about, and why.
   *
   * @param topics of how many topics the reasons are wanted, two or more
   */
  public Explanation explain(String subject, String text, int topics) {
    if (topics < 2) {
      throw new IllegalArgumentException("reasons compare two topics at least: " + topics);
    }
    Scratch mine = scratch();
    mine.read(subject, text);
    Explanation explanation = mine.explanation(topics, subject, text);
    idle.offer(mine);
    return explanation;
  }

  private Scratch scratch() {
    Scratch left = idle.poll();
    return left == null ? new Scratch() : left;
  }

  /** What a text is read into; for one thread at a time. */
  private final class Scratch {

    private final TextFeatures features = new TextFeatures();
    private final TextSums sums = new TextSums(content.weights());
    private final Reasons reasons = new Reasons(content.calibration().stretch());
    private final float[] probabilities = new float[content.topics().size()];
    private final int[] order = new int[Math.min(OutOfFold.MOST_KEPT, probabilities.length)];

    void read(String subject, String text) {
      features.read(subject, text);
      sums.score(features, probabilities);
      content.calibration().apply(probabilities);
    }

    Classification classification() {
      OutOfFold.likeliest(probabilities, order);
      List<TopicProbability> topics = new ArrayList<>(order.length);
      for (int k : order) {
        topics.add(new TopicProbability(content.topics().get(k), probabilities[k]));
      }
      boolean certain = readable() && thresholds.certain(order[0], together());
      return new Classification(topics, certain);
    }

    Explanation explanation(int topics, String... texts) {
      Classification classification = classification();
      List<List<Explanation.Word>> words = new ArrayList<>(topics);
      for (int place = 1; place < Math.min(topics, order.length); place++) {
        reasons.compare(features, sums, order[0], order[place]);
        if (place == 1) {
          words.add(reasons.forTopic(features, texts));
        }
        words.add(reasons.forOther(features, texts));
      }
      return new Explanation(classification, words);
    }

    /** Whether the text has words that the model can judge by. */
    private boolean readable() {
      return sums.stems() > 0 && sums.stems() >= FEWEST_KNOWN * features.distinctWords();
    }

    /** The probability of the likeliest topic and of the others of its group. */
    private float together() {
      float sum = 0;
      for (int k : order) {
        sum += groupOf[k] == groupOf[order[0]] ? probabilities[k] : 0;
      }
      return sum;
    }
  }

  private static final class Starter {

    private static final String NAME = "/city/reception/classifier/starter.topics";
    private static final TopicModel MODEL = read();

    private static TopicModel read() {
      try (InputStream in =
          Objects.requireNonNull(TopicModel.class.getResourceAsStream(NAME), NAME)) {
        return TopicModel.read(in);
      } catch (IOException e) {
        throw new UncheckedIOException("the starter model cannot be read", e);
      }
    }
  }
}
