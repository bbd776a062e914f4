package city.reception.router;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Value;

/** Who may know whom in the router. */
@AnalyzeClasses(
    packages = "city.reception.router",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] KAFKA = {"org.apache.kafka..", "org.springframework.kafka.."};
  private static final String[] DATABASE = {
    "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.springframework.dao.."
  };

  @ArchTest
  static final ArchRule the_life_of_a_case_knows_the_contract_alone =
      pure("..router.lifecycle..", "..router.lifecycle..");

  @ArchTest
  static final ArchRule routing_knows_the_contract_alone =
      pure("..router.routing..", "..router.routing..");

  @ArchTest
  static final ArchRule campaigns_know_the_contract_alone =
      pure("..router.campaigns..", "..router.campaigns..");

  @ArchTest
  static final ArchRule publication_knows_the_contract_and_the_lifecycle_alone =
      pure("..router.publication..", "..router.publication..", "..router.lifecycle..");

  @ArchTest
  static final ArchRule kafka_is_touched_in_stream_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("..router.stream..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(KAFKA);

  @ArchTest
  static final ArchRule
      the_database_is_touched_in_ledger_timers_and_statistics_and_wired_by_the_application =
          noClasses()
              .that()
              .resideOutsideOfPackages(
                  "..router.ledger..", "..router.timers..", "..router.statistics..")
              .and()
              .doNotBelongToAnyOf(RouterApplication.class)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(DATABASE);

  @ArchTest
  static final ArchRule the_ledger_and_the_timers_do_not_know_the_stream =
      noClasses()
          .that()
          .resideInAnyPackage("..router.ledger..", "..router.timers..", "..router.statistics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..router.stream..", "..router.routing..", "..router.models..");

  @ArchTest
  static final ArchRule
      the_router_knows_the_contract_the_starter_and_the_classifier_of_the_project_only =
          classes()
              .should()
              .onlyDependOnClassesThat(
                  describe(
                      "belong to the router, the contract, the starter, the classifier or a library",
                      ArchitectureTest::mayBeKnown));

  @ArchTest
  static final ArchRule the_classifier_is_an_adapter_in_models_wired_by_the_application =
      noClasses()
          .that()
          .resideOutsideOfPackages("..router.models..")
          .and()
          .doNotBelongToAnyOf(RouterApplication.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("city.reception.classifier..");

  @ArchTest
  static final ArchRule settings_come_as_records_and_never_one_by_one =
      noMembers().should().beAnnotatedWith(Value.class);

  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().assignedFrom(packages()).should().beFreeOfCycles();

  @ArchTest
  static void every_package_is_null_marked(JavaClasses classes) {
    JavaPackage router = classes.getPackage("city.reception.router");
    assertThat(router.isAnnotatedWith(NullMarked.class)).isTrue();
    assertThat(router.getSubpackages())
        .hasSizeGreaterThanOrEqualTo(6)
        .allMatch(subpackage -> subpackage.isAnnotatedWith(NullMarked.class));
  }

  private static ArchRule pure(String who, String... alsoKnown) {
    return classes()
        .that()
        .resideInAPackage(who)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java.lang..", "java.math..", "java.nio.charset..", "java.text..")
                .or(resideInAnyPackage("java.time..", "java.util..", "org.jspecify.annotations.."))
                .or(resideInAnyPackage("city.reception.events"))
                .or(resideInAnyPackage(alsoKnown)));
  }

  private static boolean mayBeKnown(JavaClass type) {
    String name = type.getPackageName();
    return !name.startsWith("city.reception")
        || name.startsWith("city.reception.router")
        || name.startsWith("city.reception.events")
        || name.startsWith("city.reception.classifier")
        || name.startsWith("city.reception.starter");
  }

  private static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getPackageName());
      }

      @Override
      public String getDescription() {
        return "the packages of the router";
      }
    };
  }
}
