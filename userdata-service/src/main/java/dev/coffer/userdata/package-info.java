/** The user-data API of Comfy: what its features share; each has a package of its own. */
@NullMarked
package dev.coffer.userdata;

import org.jspecify.annotations.NullMarked;
