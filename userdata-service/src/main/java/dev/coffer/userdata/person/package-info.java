/** What the last token of each person said; their keys and sessions are worth no more. */
@NullMarked
package dev.coffer.userdata.person;

import org.jspecify.annotations.NullMarked;
