/** What images begin with: a Java runtime and what it needs of a system. */
@NullMarked
package dev.coffer.images.base;

import org.jspecify.annotations.NullMarked;
