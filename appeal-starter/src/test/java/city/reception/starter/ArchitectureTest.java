package city.reception.starter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "city.reception", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule noServiceIsImported =
      noClasses()
          .that()
          .resideInAPackage("city.reception.starter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "city.reception.intake..",
              "city.reception.router..",
              "city.reception.desk..",
              "city.reception.notifications..",
              "city.reception.local..",
              "city.reception.testing..");

  @ArchTest
  static final ArchRule theContractDoesNotKnowTheStarter =
      noClasses()
          .that()
          .resideInAPackage("city.reception.events..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("city.reception.starter..", "org.springframework..");

  @ArchTest
  static final ArchRule committeesKnowNothingOfKafka =
      noClasses()
          .that()
          .resideInAPackage("city.reception.starter.committees..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");
}
