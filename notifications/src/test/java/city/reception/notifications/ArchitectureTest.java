package city.reception.notifications;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
    packages = "city.reception.notifications",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theNoticePolicyKnowsTheJdkAndTheContractOnly =
      classes()
          .that()
          .resideInAPackage("..notifications.notice")
          .should(
              onlyDependOnClassesThat(
                  resideInAnyPackage(
                      "java..",
                      "org.jspecify.annotations",
                      "city.reception.events",
                      "city.reception.notifications.notice")));

  @ArchTest
  static final ArchRule kafkaIsTouchedInItsPackageOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("..notifications.kafka")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

  @ArchTest
  static final ArchRule theDatabaseIsTouchedByItsOwnersOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("..notifications.delivery", "..notifications.contact")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

  @ArchTest
  static final ArchRule theMailServerIsTouchedByMailOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("..notifications.mail")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.springframework.mail..", "org.thymeleaf..");

  @ArchTest
  static final ArchRule contactsAreOpenedForDeliveryOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..notifications.contact", "..notifications.delivery", "..notifications.mail")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("city.reception.events.contact");

  @ArchTest
  static final ArchRule thePackagesFormNoCycle =
      slices().matching("city.reception.notifications.(*)..").should().beFreeOfCycles();

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    assertThat(
            classes.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName))
        .isEmpty();
  }
}
