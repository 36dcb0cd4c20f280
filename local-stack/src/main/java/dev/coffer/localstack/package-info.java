@NullMarked
package dev.coffer.localstack;

import org.jspecify.annotations.NullMarked;
