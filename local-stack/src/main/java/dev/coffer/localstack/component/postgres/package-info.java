/** PostgreSQL, with a database for each service. */
@NullMarked
package dev.coffer.localstack.component.postgres;

import org.jspecify.annotations.NullMarked;
