/** Bodies of requests: decoded, cut off or left unread; and content written as an answer. */
package dev.coffer.common.bodies;
