package city.reception.notifications.delivery;

import city.reception.starter.deadletter.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  private static final Logger log = LoggerFactory.getLogger(ScheduleConfiguration.class);

  /** What fails once is due again soon; a database that is away is no reason to call a person. */
  @Bean
  SimpleAsyncTaskSchedulerCustomizer scheduledTasksTryAgain() {
    return scheduler ->
        scheduler.setErrorHandler(
            failure -> log.warn("a scheduled task failed: {}", Failures.describe(failure)));
  }
}
