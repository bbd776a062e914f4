package city.reception.classifier.training;

import city.reception.classifier.LabelledText;
import city.reception.classifier.TopicModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A step of the build: makes the model that comes with the jar of the starter corpus. */
final class StarterModel {

  private static final double PRECISION = 0.95;

  private StarterModel() {}

  /**
   * Reads the CSV files of the first folder and writes the model below the second, which holds the
   * compiled classes. Does nothing where no file of either is newer than the model.
   */
  public static void main(String[] args) throws IOException, UnfitTextsException {
    Path corpus = Path.of(args[0]);
    Path model = Path.of(args[1]).resolve("city/reception/classifier/starter.topics");
    if (Files.exists(model) && !isNewer(corpus, model) && !isNewer(Path.of(args[1]), model)) {
      return;
    }
    List<LabelledText> texts = texts(corpus);
    Files.createDirectories(model.getParent());
    TopicModel trained = new Trainer(PRECISION, Optional.empty(), line -> {}).train(texts);
    trained.write(model);
  }

  private static boolean isNewer(Path folder, Path model) throws IOException {
    FileTime made = Files.getLastModifiedTime(model);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** The texts of all files, in the order of their names. */
  static List<LabelledText> texts(Path corpus) throws IOException, UnfitTextsException {
    List<LabelledText> texts = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(corpus)) {
      files = all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    for (Path file : files) {
      texts.addAll(new CsvTexts(file, "text", "topic").read());
    }
    return texts;
  }
}
