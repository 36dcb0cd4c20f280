/** Earlier contents of user files: kept, dropped, swept. */
@NullMarked
package dev.coffer.userdata.version;

import org.jspecify.annotations.NullMarked;
