package city.reception.local;

import city.reception.classifier.LabelledText;
import city.reception.classifier.TopicModel;
import city.reception.classifier.training.CsvTexts;
import city.reception.classifier.training.UnfitTextsException;
import city.reception.local.Arguments.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options that the commands around the topic model share. */
final class TopicOptions {

  static final String DATA = "--data";
  static final String TEXT = "--text";
  static final String LABEL = "--label";
  static final String MODEL = "--model";
  static final String PRECISION = "--precision";

  private static final double DEFAULT_PRECISION = 0.95;

  private TopicOptions() {}

  /** The labelled texts of all files named. */
  static List<LabelledText> texts(Arguments arguments) throws UnfitTextsException {
    String label = required(arguments, LABEL);
    String text = arguments.value(TEXT).orElse("text");
    List<LabelledText> texts = new ArrayList<>();
    for (String file : required(arguments, DATA).split(",", -1)) {
      texts.addAll(new CsvTexts(Path.of(file), text, label).read());
    }
    return texts;
  }

  /** The model named, or the one that comes with this version. */
  static TopicModel model(Arguments arguments, String option) {
    if (arguments.value(option).isEmpty()) {
      return TopicModel.starter();
    }
    Path file = Path.of(required(arguments, option));
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no model " + file);
    }
    try {
      return TopicModel.read(file);
    } catch (IOException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  /** The share that is to be right of what goes without a person. */
  static double precision(Arguments arguments) {
    String given = arguments.value(PRECISION).orElse(String.valueOf(DEFAULT_PRECISION));
    try {
      double precision = Double.parseDouble(given);
      if (precision > 0 && precision < 1) {
        return precision;
      }
    } catch (NumberFormatException e) {
      // Said below, as of any other text that is no share.
    }
    throw new UsageException(PRECISION + " needs a number between 0 and 1: " + given);
  }

  static String required(Arguments arguments, String option) {
    return arguments.value(option).orElseThrow(() -> new UsageException(option + " is missing"));
  }
}
