/** The components of the local stack: each knows how to prepare and start one server. */
@NullMarked
package dev.coffer.localstack.component;

import org.jspecify.annotations.NullMarked;
