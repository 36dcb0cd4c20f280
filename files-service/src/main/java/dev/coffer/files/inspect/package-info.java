/** What a token gives its caller: {@code /token/inspect}, and sessions, of which there are none. */
@NullMarked
package dev.coffer.files.inspect;

import org.jspecify.annotations.NullMarked;
