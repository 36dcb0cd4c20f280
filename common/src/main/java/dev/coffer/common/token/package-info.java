/** Access tokens: which are taken, what their claims say, who is told of them, and the token of this service. */
@NullMarked
package dev.coffer.common.token;

import org.jspecify.annotations.NullMarked;
