@NullMarked
package dev.coffer.localstack.component;

import org.jspecify.annotations.NullMarked;
