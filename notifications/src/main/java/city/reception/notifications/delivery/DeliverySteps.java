package city.reception.notifications.delivery;

import org.springframework.stereotype.Component;

/** The three steps of a delivery: claimed, attempted, recorded. */
@Component
record DeliverySteps(NoticeClaims claims, Attempts attempts, NoticeOutcomes outcomes) {}
