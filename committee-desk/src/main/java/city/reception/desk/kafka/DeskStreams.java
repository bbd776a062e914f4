package city.reception.desk.kafka;

import city.reception.desk.action.ActionProperties;
import city.reception.desk.action.ActionWaiters;
import city.reception.desk.queue.ReadModel;
import city.reception.desk.queue.ServedCommittees;
import city.reception.events.AppealEvent;
import city.reception.events.AppealId;
import city.reception.events.Topic;
import city.reception.events.Topics;
import city.reception.events.codec.EventCodec;
import city.reception.starter.kafka.BatchHandler;
import city.reception.starter.kafka.BatchListeners;
import city.reception.starter.kafka.KafkaClients;
import city.reception.starter.traces.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** The desk's readers and its writer. */
@Configuration(proxyBeanMethods = false)
class DeskStreams {

  static final String SERVICE = "committee-desk";

  /** Readers start before requests come in, and stop after the last was answered. */
  private static final int AROUND_THE_WEB_SERVER =
      WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1024;

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> deskFeed(
      BatchListeners listeners, ServedCommittees served, EventCodec codec, ReadModel readModel) {
    List<Topic<AppealId, ? extends AppealEvent>> topics = new ArrayList<>();
    served.ids().forEach(committee -> topics.add(Topics.routed(committee)));
    topics.add(Topics.STATUS_CHANGED);
    topics.add(Topics.ACTION_OUTCOME);
    ConcurrentMessageListenerContainer<byte[], byte[]> feed =
        listeners.container(SERVICE, topics, handler(topics, codec, readModel));
    feed.setPhase(AROUND_THE_WEB_SERVER);
    return feed;
  }

  @Bean
  KafkaMessageListenerContainer<byte[], byte[]> outcomeTail(
      KafkaClients clients, EventCodec codec, ActionWaiters waiters) {
    KafkaMessageListenerContainer<byte[], byte[]> tail =
        OutcomeTail.container(clients, codec, waiters);
    tail.setPhase(AROUND_THE_WEB_SERVER);
    return tail;
  }

  @Bean
  KafkaActionTopics actionTopics(
      KafkaClients clients, EventCodec codec, Traces traces, ActionProperties properties) {
    return new KafkaActionTopics(clients, codec, traces, properties);
  }

  private static BatchHandler handler(
      List<Topic<AppealId, ? extends AppealEvent>> topics, EventCodec codec, ReadModel readModel) {
    Map<String, Topic<AppealId, ? extends AppealEvent>> byName =
        topics.stream().collect(Collectors.toMap(Topic::name, Function.identity()));
    return records ->
        readModel.apply(
            records.stream()
                .map(record ->
                    codec
                        .decode(Objects.requireNonNull(byName.get(record.topic())), record)
                        .event())
                .toList());
  }
}
