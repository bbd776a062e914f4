package city.reception.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "city.reception.intake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule KAFKA_IS_KNOWN_ONLY_WHERE_THE_TOPICS_END =
      noClasses()
          .that()
          .resideOutsideOfPackage("..intake.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "org.springframework.kafka..", "..starter.kafka..");

  @ArchTest
  static final ArchRule THE_DATABASE_IS_KNOWN_ONLY_TO_TRACKING =
      noClasses()
          .that()
          .resideOutsideOfPackage("..intake.tracking..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

  @ArchTest
  static final ArchRule OTHER_SERVICES_ARE_UNKNOWN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "city.reception.router..",
              "city.reception.desk..",
              "city.reception.notifications..",
              "city.reception.local..");

  @ArchTest
  static final ArchRule NOTHING_DEPENDS_ON_THE_TOPICS_ENDS =
      classes()
          .that()
          .resideInAPackage("..intake.kafka..")
          .should()
          .onlyBeAccessed()
          .byAnyPackage("..intake.kafka..");

  @ArchTest
  static final ArchRule FEATURES_FORM_NO_CYCLES =
      slices().matching("city.reception.intake.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule EVERY_PACKAGE_SAYS_WHAT_MAY_BE_NULL =
      classes()
          .that()
          .resideInAPackage("city.reception.intake..")
          .and()
          .haveSimpleName("package-info")
          .should()
          .beAnnotatedWith(NullMarked.class);
}
