package city.reception.desk.queue;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom the desk works for.
 *
 * @param committees the committees served, by their slugs; all of the installation's when empty
 */
@ConfigurationProperties("reception.desk")
public record DeskProperties(@DefaultValue List<String> committees) {

  public DeskProperties {
    committees = List.copyOf(committees);
  }
}
