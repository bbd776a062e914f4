package city.reception.router.stream;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.events.codec.EventCodec;
import city.reception.router.RouterProperties;
import city.reception.router.campaigns.Marking;
import city.reception.router.ledger.CampaignPages;
import city.reception.router.ledger.CaseLedger;
import city.reception.router.ledger.RememberedLetters;
import city.reception.router.ledger.ToldNumbers;
import city.reception.router.lifecycle.CaseLifecycle;
import city.reception.router.lifecycle.Deadlines;
import city.reception.router.models.RunningModels;
import city.reception.router.models.WordFolding;
import city.reception.router.timers.DueTimers;
import city.reception.starter.committees.Committees;
import city.reception.starter.kafka.BatchListeners;
import city.reception.starter.kafka.KafkaClients;
import city.reception.starter.traces.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the stream together. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

  /**
   * Small transactions back to back meet one that is not quite over on the broker, and wait for
   * this long: with Kafka's default of 100 ms that would be their whole time.
   */
  private static final int TRANSACTION_RETRY_MS = 5;

  /** How long a router that died inside a transaction holds back those who read what it sent. */
  private static final int TRANSACTION_TIMEOUT_MS = 10_000;

  @Bean
  InputHandler inputHandler(
      RouterProperties properties,
      Committees committees,
      EventCodec codec,
      RunningModels models,
      Deadlines deadlines,
      CaseLedger ledger,
      ToldNumbers told,
      RememberedLetters letters,
      CampaignPages members,
      Traces traces,
      PlatformTransactionManager transactionManager,
      MeterRegistry meters) {
    RouterCore core =
        new RouterCore(
            new CaseLifecycle(deadlines),
            new Commands(committees.ids()),
            new Outputs(codec, committees.ids()),
            traces);
    ThreadLocal<Marking> markings = ThreadLocal.withInitial(() -> new Marking(new WordFolding()));
    return new BatchHandling(
        new InputReader(codec, models::current, letter -> markings.get().of(letter)),
        new BatchRecorder(
            ledger,
            new RegistrationNumbers(ledger, told, deadlines, properties.numberPrefix()),
            new CampaignLookup(letters, members),
            core),
        new TransactionTemplate(transactionManager),
        new RouterMeters(meters));
  }

  @Bean(defaultCandidate = false)
  DefaultKafkaProducerFactory<byte[], byte[]> outputProducers(
      KafkaClients clients, RouterProperties properties) {
    DefaultKafkaProducerFactory<byte[], byte[]> factory =
        clients.producerFactory(
            Map.of(
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG, TRANSACTION_RETRY_MS,
                ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000,
                ProducerConfig.LINGER_MS_CONFIG, 5,
                ProducerConfig.BATCH_SIZE_CONFIG, 131_072));
    String prefix = properties.transactionIdPrefix();
    factory.setTransactionIdPrefix(
        prefix == null ? RouterCore.GROUP + "-" + UUID.randomUUID() + "-" : prefix);
    return factory;
  }

  @Bean
  LedgerSeek ledgerSeek(
      CaseLedger ledger,
      ToldNumbers told,
      KafkaClients clients,
      EventCodec codec,
      InputHandler handler,
      Committees committees) {
    return new LedgerSeek(
        ledger,
        told,
        new CatchUp(clients, ledger, handler, new ForgottenNumbers(clients, codec, told)),
        inputs(committees.ids()).stream().map(Topic::name).toList());
  }

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> routerContainer(
      KafkaClients clients,
      RouterProperties properties,
      Committees committees,
      InputHandler handler,
      LedgerSeek ledgerSeek,
      @Qualifier("outputProducers") DefaultKafkaProducerFactory<byte[], byte[]> outputProducers) {
    ContainerProperties container =
        new ContainerProperties(
            inputs(committees.ids()).stream().map(Topic::name).toArray(String[]::new));
    container.setGroupId(RouterCore.GROUP);
    container.setMessageListener(
        new RouterListener(handler, KafkaClients.template(outputProducers)));
    container.setKafkaAwareTransactionManager(new KafkaTransactionManager<>(outputProducers));
    container.setConsumerRebalanceListener(ledgerSeek);
    container.setStopContainerWhenFenced(true);
    container.setMissingTopicsFatal(false);
    container.setShutdownTimeout(30_000);
    ConcurrentMessageListenerContainer<byte[], byte[]> containers =
        new ConcurrentMessageListenerContainer<>(
            clients.consumerFactory(
                Map.of(
                    ConsumerConfig.GROUP_ID_CONFIG,
                    RouterCore.GROUP,
                    ConsumerConfig.CLIENT_ID_CONFIG,
                    RouterCore.GROUP,
                    ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                    10_000,
                    ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                    65_536,
                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                    30,
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                    CooperativeStickyAssignor.class.getName())),
            container);
    containers.setConcurrency(properties.threads());
    containers.setBeanName(RouterCore.GROUP);
    containers.setAfterRollbackProcessor(new CommittedSeek(BatchListeners.withoutEnd()));
    return containers;
  }

  @Bean
  FencedRestart fencedRestart(ConcurrentMessageListenerContainer<byte[], byte[]> routerContainer) {
    return new FencedRestart(routerContainer);
  }

  @Bean
  TimerSignals timerSignals(
      DueTimers timers,
      EventCodec codec,
      ProducerFactory<byte[], byte[]> producerFactory,
      RouterProperties properties,
      MeterRegistry meters) {
    return new TimerSignals(
        timers, codec, KafkaClients.template(producerFactory), properties.timers(), meters);
  }

  /** The topics that may change a case. */
  static List<Topic<AppealId, ?>> inputs(Collection<CommitteeId> committees) {
    List<Topic<AppealId, ?>> inputs = new ArrayList<>(List.of(Topics.RECEIVED, Topics.CASE_SIGNAL));
    committees.forEach(committee -> inputs.add(Topics.committeeAction(committee)));
    return inputs;
  }
}
