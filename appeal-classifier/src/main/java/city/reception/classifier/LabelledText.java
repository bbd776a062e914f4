package city.reception.classifier;

/**
 * A text and what it is about.
 *
 * @param text as it was written; subject and text as one where there are two
 * @param topic what people say it is about
 */
public record LabelledText(String text, String topic) {}
