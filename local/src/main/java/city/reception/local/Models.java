package city.reception.local;

import city.reception.classifier.InvalidModelException;
import city.reception.classifier.TopicModel;
import city.reception.router.ledger.TopicModels;
import city.reception.router.ledger.TopicModels.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The models of a running installation, and those in files. */
record Models(TopicModels table) {

  /** The word that stands for the model that comes with the project. */
  static final String STARTER = "starter";

  /**
   * Reads a model.
   *
   * @param file its path, or the word {@link #STARTER}
   * @throws IllegalArgumentException when there is none, or it is damaged
   */
  static TopicModel read(String file) {
    if (file.equals(STARTER)) {
      return TopicModel.starter();
    }
    try {
      return TopicModel.read(Path.of(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (InvalidModelException e) {
      throw new IllegalArgumentException(file + " is no model: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the file cannot be read: " + file, e);
    }
  }

  /** The model that decides there just now. */
  TopicModel running() {
    return table.standing().stream()
        .filter(model -> model.state() == State.LIVE)
        .findFirst()
        .map(model -> {
          try {
            return TopicModel.read(new ByteArrayInputStream(table.bytes(model.id())));
          } catch (IOException e) {
            throw new UncheckedIOException("the live model cannot be read", e);
          }
        })
        .orElseGet(TopicModel::starter);
  }
}
