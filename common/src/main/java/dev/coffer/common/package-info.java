/**
 * What all four services share: who calls, how errors look, how bodies are read, how events leave, how
 * bytes reach blob-service. No business words live here.
 */
package dev.coffer.common;
