/** The services of Coffer and the edge router as components of the stack. */
@NullMarked
package dev.coffer.localstack.component.service;

import org.jspecify.annotations.NullMarked;
