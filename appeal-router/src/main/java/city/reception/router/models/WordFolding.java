package city.reception.router.models;

import city.reception.classifier.text.FoldedWords;
import city.reception.router.campaigns.Folding;

/** Words as the classifier reads them. For one thread. */
public final class WordFolding implements Folding {

  private final FoldedWords folded = new FoldedWords();

  @Override
  public long[] stems(CharSequence text) {
    return folded.stems(text);
  }

  @Override
  public long[] words(CharSequence text) {
    return folded.words(text);
  }
}
