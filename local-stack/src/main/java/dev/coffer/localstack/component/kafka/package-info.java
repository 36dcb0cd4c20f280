/** Kafka, with a user and rights for each service. */
@NullMarked
package dev.coffer.localstack.component.kafka;

import org.jspecify.annotations.NullMarked;
