package city.reception.intake;

import city.reception.testing.RealServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** Runs a test against one intake, shared by all such tests, on a real broker and database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = IntakeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=appeal-intake,intake-test",
      "reception.intake.public-channel=portal",
      "reception.intake.public-identity-assurance=ACCOUNT"
    })
@Import({
  RealServers.class,
  IntakeClient.class,
  LogReader.class,
  Instances.class,
  TopicWriter.class
})
public @interface IntakeTest {}
