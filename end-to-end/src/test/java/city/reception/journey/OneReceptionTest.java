package city.reception.journey;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.io.TempDir;

/** All that uses a reception as it runs, on one: to start it takes longer than to use it. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class OneReceptionTest {

  @TempDir static Path folder;
  static Reception reception;

  @BeforeAll
  static void start() {
    reception = new Reception(folder);
  }

  @AfterAll
  static void stop() {
    reception.close();
  }

  /** First: it learns from every redirect that there was. */
  @Nested
  @Order(1)
  class LearningTest extends Learning {}

  @Nested
  @Order(2)
  class JourneyTest extends Journeys {}

  @Nested
  @Order(3)
  class WholeLifeTest extends WholeLives {}
}
