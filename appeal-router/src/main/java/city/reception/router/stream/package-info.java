/** Kafka in, ledger, Kafka out. The only package that touches Kafka. */
@NullMarked
package city.reception.router.stream;

import org.jspecify.annotations.NullMarked;
