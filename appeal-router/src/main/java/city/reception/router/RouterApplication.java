package city.reception.router;

import city.reception.events.CommitteeId;
import city.reception.router.ledger.CaseLedger;
import city.reception.router.ledger.JdbcCaseLedger;
import city.reception.router.ledger.KeptRules;
import city.reception.router.ledger.OutputRetention;
import city.reception.router.ledger.ToldNumbers;
import city.reception.router.lifecycle.Deadlines;
import city.reception.router.routing.Classifier;
import city.reception.router.routing.KeywordClassifier;
import city.reception.router.routing.RoutingPolicy;
import city.reception.router.rules.RulesFile;
import city.reception.router.rules.RulesProperties;
import city.reception.router.timers.DueTimers;
import city.reception.starter.committees.Committee;
import city.reception.starter.committees.Committees;
import city.reception.starter.committees.CommitteesProperties;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The service that registers appeals, routes them and runs each case's life. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties({RouterProperties.class, RulesProperties.class})
public class RouterApplication {

  /** The name of its configuration file. */
  public static final String NAME = "appeal-router";

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(RouterApplication.class);
    application.setDefaultProperties(Map.of("spring.config.name", NAME));
    application.run(args);
  }

  @Bean
  CaseLedger caseLedger(JdbcTemplate jdbc) {
    return new JdbcCaseLedger(jdbc);
  }

  /** Does not start with rules that its cases were not registered under. */
  @Bean
  Deadlines deadlines(RulesProperties rules, CommitteesProperties committees, JdbcTemplate jdbc)
      throws IOException {
    Resource file =
        Objects.requireNonNullElse(
            rules.location(), committees.location().createRelative("rules.yaml"));
    Deadlines deadlines = RulesFile.read(file);
    new KeptRules(jdbc).keep(deadlines.ruleSets(), LocalDate.now(deadlines.calendar().zone()));
    return deadlines;
  }

  @Bean
  ToldNumbers toldNumbers(JdbcTemplate jdbc) {
    return new ToldNumbers(jdbc);
  }

  @Bean
  DueTimers dueTimers(JdbcTemplate jdbc) {
    return new DueTimers(jdbc);
  }

  @Bean
  Classifier classifier(Committees committees) {
    Map<CommitteeId, Map<String, Integer>> vocabularies =
        committees.all().stream().collect(Collectors.toMap(Committee::id, Committee::vocabulary));
    return new KeywordClassifier(vocabularies);
  }

  @Bean
  RoutingPolicy routingPolicy(
      Committees committees, Classifier classifier, RouterProperties properties) {
    return new RoutingPolicy(
        committees.ids(), classifier, properties.threshold(), properties.margin());
  }

  @Bean
  OutputRetentionTask outputRetentionTask(JdbcTemplate jdbc, RouterProperties properties) {
    return new OutputRetentionTask(new OutputRetention(jdbc, properties.outputsKept()));
  }

  /** Runs the retention of recorded outputs once an hour. */
  record OutputRetentionTask(OutputRetention retention) {
    @Scheduled(fixedDelayString = "1h", initialDelayString = "1m")
    void run() {
      retention.run();
    }
  }
}
