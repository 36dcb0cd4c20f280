/** API keys and browser sessions as a request carries them. */
@NullMarked
package dev.coffer.common.credential;

import org.jspecify.annotations.NullMarked;
