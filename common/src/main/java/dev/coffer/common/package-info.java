/**
 * What all four services share: who calls, how errors look, how bodies are read, how events leave, how
 * bytes reach blob-service. No business words live here.
 */
@NullMarked
package dev.coffer.common;

import org.jspecify.annotations.NullMarked;
