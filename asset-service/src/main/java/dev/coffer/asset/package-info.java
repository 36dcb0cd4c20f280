/** The Comfy assets API: what every feature shares is here, each feature has a package of its own. */
@NullMarked
package dev.coffer.asset;

import org.jspecify.annotations.NullMarked;
