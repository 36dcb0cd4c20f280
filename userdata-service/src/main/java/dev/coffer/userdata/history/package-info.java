/** Earlier contents of user files over HTTP: listed, downloaded, restored, deleted. */
@NullMarked
package dev.coffer.userdata.history;

import org.jspecify.annotations.NullMarked;
