/** What front ends ask about the server when they start. */
@NullMarked
package dev.coffer.userdata.server;

import org.jspecify.annotations.NullMarked;
