@NullMarked
package dev.coffer.localstack.component.kafka;

import org.jspecify.annotations.NullMarked;
