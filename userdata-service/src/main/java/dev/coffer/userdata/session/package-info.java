/** Browser sessions: opened, ended, and verified for the other services. */
@NullMarked
package dev.coffer.userdata.session;

import org.jspecify.annotations.NullMarked;
