package city.reception.events;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What each package may import. A rule lists what is allowed; everything else, Spring too, is not.
 */
@AnalyzeClasses(
    packages = "city.reception.events",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String EVENTS = "city.reception.events";
  private static final String CODEC = "city.reception.events.codec";
  private static final String CONTACT = "city.reception.events.contact";
  private static final String[] JDK = {"java..", "org.jspecify.annotations"};

  @ArchTest
  static final ArchRule theContractImportsTheJdkAlone =
      classes()
          .that()
          .resideInAPackage(EVENTS)
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(JDK).or(resideInAnyPackage(EVENTS)));

  @ArchTest
  static final ArchRule theCodecImportsJacksonTheKafkaClientAndTheContract =
      classes()
          .that()
          .resideInAPackage(CODEC)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(JDK)
                  .or(
                      resideInAnyPackage(
                          EVENTS,
                          CODEC,
                          "tools.jackson..",
                          "com.fasterxml.jackson.annotation",
                          "org.apache.kafka.clients.consumer",
                          "org.apache.kafka.clients.producer",
                          "org.apache.kafka.common.header")));

  @ArchTest
  static final ArchRule theSealImportsCiphersTheCodecsJsonAndTheContract =
      classes()
          .that()
          .resideInAPackage(CONTACT)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(JDK)
                  .or(
                      resideInAnyPackage(
                          EVENTS, CODEC, CONTACT, "javax.crypto..", "tools.jackson..")));

  @ArchTest
  static final ArchRule noPackageStandsOutsideTheseThree =
      classes().should().resideInAnyPackage(EVENTS, CODEC, CONTACT);

  @ArchTest
  static final ArchRule noPackagesDependOnEachOtherInACircle =
      slices().matching("city.reception.(**)").should().beFreeOfCycles();
}
