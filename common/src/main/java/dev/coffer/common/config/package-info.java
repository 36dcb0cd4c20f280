/** How settings that are dangerous are refused at start-up. */
@NullMarked
package dev.coffer.common.config;

import org.jspecify.annotations.NullMarked;
