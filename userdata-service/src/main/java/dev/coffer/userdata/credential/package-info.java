/** What API keys and browser sessions have in common. */
@NullMarked
package dev.coffer.userdata.credential;

import org.jspecify.annotations.NullMarked;
