@NullMarked
package dev.coffer.localstack.process;

import org.jspecify.annotations.NullMarked;
