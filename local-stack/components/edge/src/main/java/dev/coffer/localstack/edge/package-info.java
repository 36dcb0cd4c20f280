@NullMarked
package dev.coffer.localstack.edge;

import org.jspecify.annotations.NullMarked;
