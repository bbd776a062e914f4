package city.reception.desk;

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
    packages = "city.reception.desk",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule kafka_is_touched_in_kafka_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("..kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

  @ArchTest
  static final ArchRule the_database_is_touched_in_queue_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("..queue..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

  @ArchTest
  static final ArchRule the_web_is_touched_in_web_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("..web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "org.springframework.http..", "io.swagger..");

  @ArchTest
  static final ArchRule the_desk_knows_the_contract_and_the_starter_of_the_project_only =
      classes()
          .should()
          .onlyDependOnClassesThat(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "belong to the desk, the contract, the starter or a library",
                  type ->
                      !type.getPackageName().startsWith("city.reception")
                          || type.getPackageName().startsWith("city.reception.desk")
                          || type.getPackageName().startsWith("city.reception.events")
                          || type.getPackageName().startsWith("city.reception.starter")));

  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().matching("city.reception.desk.(*)..").should().beFreeOfCycles();

  @ArchTest
  static void every_package_is_null_marked(JavaClasses classes) {
    JavaPackage desk = classes.getPackage("city.reception.desk");
    assertThat(desk.isAnnotatedWith(NullMarked.class)).isTrue();
    assertThat(desk.getSubpackages())
        .isNotEmpty()
        .allMatch(subpackage -> subpackage.isAnnotatedWith(NullMarked.class));
  }
}
