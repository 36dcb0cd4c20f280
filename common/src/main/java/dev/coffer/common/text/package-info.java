/** What texts may contain, and how they are compared. */
@NullMarked
package dev.coffer.common.text;

import org.jspecify.annotations.NullMarked;
