package city.reception.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.deploy.Compose.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFileTest {

  private static final Compose compose = Compose.read();
  private static final Pattern LONG_RANDOM_TEXT = Pattern.compile("[A-Za-z0-9+/_-]{40,}={0,2}");

  /** In which a batch in hand is finished, see {@code reception-defaults.yaml}. */
  private static final int SHUTDOWN_SECONDS = 30;

  static Stream<Service> everything() {
    return compose.services().stream();
  }

  static Stream<Service> own() {
    return compose.own().stream();
  }

  @Test
  void hasThreeBrokersADatabaseAMailCatcherAndTheServicesWithTwoRouters() {
    assertThat(compose.version()).isEqualTo("3.9");
    assertThat(compose.services())
        .extracting(Service::name)
        .containsExactlyInAnyOrder(
            "kafka-1",
            "kafka-2",
            "kafka-3",
            "postgres",
            "mailpit",
            "intake",
            "router-1",
            "router-2",
            "desk",
            "notifications");
  }

  @Test
  void theRoutersDifferInNothingButTheirPort() {
    Map<String, Object> first = compose.service("router-1").definition();
    Map<String, Object> second = compose.service("router-2").definition();
    assertThat(first.remove("ports")).isNotEqualTo(second.remove("ports"));
    assertThat(first).isEqualTo(second);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyImageIsPinned(Service service) {
    assertThat(service.text("image")).matches(".+:v?\\d+\\.\\d+(\\.\\d+)?");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyPortIsOnTheLoopbackAddressAndGivenOnce(Service service) {
    assertThat(service.list("ports"))
        .isNotEmpty()
        .allSatisfy(port -> assertThat(port).matches("127\\.0\\.0\\.1:\\d+:\\d+"));
    assertThat(everything().map(Service::publishedPort)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everythingIsContained(Service service) {
    assertThat(service.text("user")).isNotIn("root", "0", "0:0");
    assertThat(service.list("security_opt")).contains("no-new-privileges:true");
    assertThat(service.list("cap_drop")).containsExactly("ALL");
    assertThat(service.get("privileged")).isNull();
    assertThat(service.text("mem_limit")).matches("\\d+[mg]");
    assertThat(service.text("restart")).isEqualTo("unless-stopped");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everythingSaysWhetherItIsHealthyAndWaitsOnlyForWhatDoes(Service service) {
    assertThat(service.map("healthcheck")).containsKeys("test", "interval", "timeout", "retries");
    service
        .map("depends_on")
        .forEach((name, how) -> {
          assertThat(how).isEqualTo(Map.of("condition", "service_healthy"));
          assertThat(compose.service(name).map("healthcheck")).isNotEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("everything")
  void whatIsMountedExists(Service service) {
    for (String mount : service.list("volumes")) {
      String source = mount.split(":", -1)[0];
      if (source.startsWith("./")) {
        assertThat(Compose.REPOSITORY.resolve(source)).exists();
        assertThat(mount).endsWith(":ro");
      } else {
        assertThat(compose.volumes()).contains(source);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("own")
  void ourServicesWaitForTheBrokersAndTheDatabaseAndStopInTheirOwnTime(Service service) {
    assertThat(service.map("depends_on").keySet())
        .containsAll(Compose.BROKERS)
        .contains("postgres");
    assertThat(Integer.parseInt(service.text("stop_grace_period").replace("s", "")))
        .isGreaterThan(SHUTDOWN_SECONDS);
    assertThat(service.get("read_only")).isEqualTo(true);
    assertThat(service.list("tmpfs")).allSatisfy(t -> assertThat(t).startsWith("/tmp:exec"));
  }

  @ParameterizedTest
  @MethodSource("own")
  void ourServicesReadTheCommitteesAndTheRulesBesideThemFromMountedFiles(Service service) {
    assertThat(service.list("volumes"))
        .contains(
            "./config/committees.yaml:/config/committees.yaml:ro",
            "./config/rules.yaml:/config/rules.yaml:ro");
    assertThat(service.environment())
        .containsEntry("RECEPTION_COMMITTEES_LOCATION", "file:/config/committees.yaml");
  }

  @ParameterizedTest
  @MethodSource("own")
  void ourImagesAreBuiltFromAModuleThatHasAProgram(Service service) throws IOException {
    String module = service.module();
    assertThat(service.text("image")).contains("/" + module + ":");
    assertThat(Files.readString(Compose.REPOSITORY.resolve(module).resolve("pom.xml")))
        .contains("spring-boot-maven-plugin");
    assertThat(dockerfile()).containsPattern("-pl [a-z,-]*" + module);
  }

  @Test
  void theImageRunsWithoutRootAndHasTheReadinessCheck() throws IOException {
    assertThat(dockerfile()).contains("USER 10001:10001", "COPY deploy/ready ./", "WORKDIR /app");
    assertThat(Compose.REPOSITORY.resolve("deploy/ready")).isExecutable();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void noSecretStandsInTheFile(Service service) {
    service
        .environment()
        .forEach((name, value) -> {
          if (name.matches(".*(PASSWORD|SECRET|DIGESTKEY|SEALINGKEYID|TRACKINGKEYID).*")) {
            assertThat(value).as(name).matches(Compose.VARIABLE.pattern());
          }
          assertThat(value).as(name).doesNotContainPattern(LONG_RANDOM_TEXT);
        });
  }

  @Test
  void noSecretStandsInTheFilesBeside() throws IOException {
    for (String file : List.of(".env.example", "deploy/postgres/databases.sql", "Dockerfile")) {
      assertThat(Files.readString(Compose.REPOSITORY.resolve(file)))
          .as(file)
          .doesNotContainPattern(LONG_RANDOM_TEXT);
    }
    assertThat(Files.readAllLines(Compose.REPOSITORY.resolve(".gitignore"))).contains(".env");
  }

  @Test
  void eachServiceHasADatabaseAndARoleOfItsOwn() throws IOException {
    String script = Files.readString(Compose.REPOSITORY.resolve("deploy/postgres/databases.sql"));
    for (String name : Set.of("intake", "router", "desk", "notifications")) {
      String password = name.toUpperCase(Locale.ROOT) + "_DB_PASSWORD";
      assertThat(script)
          .contains("\\getenv " + name + " " + password)
          .contains("create role " + name + " login password :'" + name + "'")
          .contains("create database " + name + " owner " + name);
      assertThat(compose.service("postgres").environment()).containsKey(password);
      Service service = compose.service(name.equals("router") ? "router-1" : name);
      Map<String, String> environment = service.environment();
      String owner = name.equals("router") ? "SPRING_FLYWAY_" : "SPRING_DATASOURCE_";
      String user = name.equals("router") ? "USER" : "USERNAME";
      assertThat(environment)
          .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/" + name)
          .containsEntry(owner + user, name);
      assertThat(Compose.variables(String.valueOf(environment.get(owner + "PASSWORD"))))
          .containsExactly(password);
    }
    assertThat(script).contains("revoke all on database intake, router, desk, notifications");
  }

  /** The role whose rights the router's schema sets; see afterMigrate__rights.sql. */
  @Test
  void routersWorkWithARoleThatDoesNotOwnTheLedger() throws IOException {
    String script = Files.readString(Compose.REPOSITORY.resolve("deploy/postgres/databases.sql"));
    assertThat(script)
        .contains("\\getenv router_service ROUTER_SERVICE_DB_PASSWORD")
        .contains("create role router_service login password :'router_service'")
        .contains("grant connect on database router to router_service")
        .doesNotContain("owner router_service");
    for (String router : Set.of("router-1", "router-2")) {
      Map<String, String> environment = compose.service(router).environment();
      assertThat(environment).containsEntry("SPRING_DATASOURCE_USERNAME", "router_service");
      assertThat(Compose.variables(String.valueOf(environment.get("SPRING_DATASOURCE_PASSWORD"))))
          .containsExactly("ROUTER_SERVICE_DB_PASSWORD");
    }
  }

  private static String dockerfile() throws IOException {
    return Files.readString(Compose.REPOSITORY.resolve("Dockerfile"));
  }
}
