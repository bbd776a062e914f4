package city.reception.router;

import city.reception.classifier.TopicModel;
import city.reception.router.campaigns.CampaignRules;
import city.reception.router.ledger.CampaignPages;
import city.reception.router.ledger.CaseLedger;
import city.reception.router.ledger.JdbcCaseLedger;
import city.reception.router.ledger.JournalRights;
import city.reception.router.ledger.KeptRules;
import city.reception.router.ledger.OutputRetention;
import city.reception.router.ledger.RememberedLetters;
import city.reception.router.ledger.ToldNumbers;
import city.reception.router.ledger.TopicModels;
import city.reception.router.lifecycle.Deadlines;
import city.reception.router.models.RunningModels;
import city.reception.router.models.TopicModelClassifier;
import city.reception.router.routing.Classifier;
import city.reception.router.routing.RoutingTable;
import city.reception.router.rules.RulesFile;
import city.reception.router.rules.RulesProperties;
import city.reception.router.timers.DueTimers;
import city.reception.starter.committees.Committees;
import city.reception.starter.committees.CommitteesProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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

  @Bean(initMethod = "check")
  JournalRights journalRights(JdbcTemplate jdbc) {
    return new JournalRights(jdbc);
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
  RememberedLetters rememberedLetters(JdbcTemplate jdbc, RouterProperties properties) {
    RouterProperties.Campaigns campaigns = properties.campaigns();
    return new RememberedLetters(
        jdbc, new CampaignRules(campaigns.voices(), campaigns.alike(), campaigns.alikeOfOne()));
  }

  @Bean
  CampaignPages campaignPages(JdbcTemplate jdbc, RouterProperties properties) {
    return new CampaignPages(jdbc, properties.campaigns().portion());
  }

  @Bean
  DueTimers dueTimers(JdbcTemplate jdbc) {
    return new DueTimers(jdbc);
  }

  @Bean
  TopicModels topicModels(JdbcTemplate jdbc) {
    return new TopicModels(jdbc);
  }

  @Bean
  RoutingTable routingTable(Committees committees) {
    return RoutingTables.of(committees);
  }

  /** What decides until the installation has a model of its own. */
  @Bean
  TopicModel starterModel(RouterProperties properties) throws IOException {
    Resource starter = properties.models().starter();
    if (starter == null) {
      return TopicModel.starter();
    }
    try (InputStream in = starter.getInputStream()) {
      return TopicModel.read(in);
    }
  }

  @Bean
  Classifier starterClassifier(TopicModel starterModel, RoutingTable table) {
    return new TopicModelClassifier(starterModel, table);
  }

  @Bean(initMethod = "start")
  RunningModels runningModels(
      RoutingTable table,
      Classifier starterClassifier,
      TopicModel starterModel,
      TopicModels models,
      PlatformTransactionManager transactions,
      MeterRegistry meters) {
    return new RunningModels(
        table,
        new RunningModels.Model(starterClassifier, starterModel.card()),
        models,
        new TransactionTemplate(transactions),
        meters);
  }

  @Bean
  ModelsTask modelsTask(RunningModels models) {
    return new ModelsTask(models);
  }

  /** Looks for offered models. */
  record ModelsTask(RunningModels models) {
    @Scheduled(fixedDelayString = "${reception.router.models.interval:2s}")
    void run() {
      models.refresh();
    }
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
