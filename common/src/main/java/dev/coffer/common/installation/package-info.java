/** Whether an installation answers as it should; a program of its own. */
@NullMarked
package dev.coffer.common.installation;

import org.jspecify.annotations.NullMarked;
