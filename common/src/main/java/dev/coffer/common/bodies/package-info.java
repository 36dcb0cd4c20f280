/** Bodies of requests: decoded, cut off or left unread; and content written as an answer. */
@NullMarked
package dev.coffer.common.bodies;

import org.jspecify.annotations.NullMarked;
