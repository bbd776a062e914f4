package city.reception.notifications.delivery;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of a delivery, claimed, attempted, recorded, and what makes two of them one. */
@Component
record DeliverySteps(
    NoticeClaims claims,
    Attempts attempts,
    NoticeOutcomes outcomes,
    TransactionTemplate transactions) {}
