package city.reception.desk.queue;

import city.reception.events.AppealId;

/**
 * A campaign as far as this desk knows it.
 *
 * @param lead the first appeal of it, which is answered for all
 * @param size how many appeals it has, whoever holds them
 * @param open how many of them the committee holds and has not ended
 * @param members those that the committee holds, earliest due first
 */
public record Campaign(AppealId lead, long size, long open, QueuePage members) {}
