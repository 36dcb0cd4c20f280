/** The tags of what a workspace sees, and how many assets have them. */
@NullMarked
package dev.coffer.asset.tag;

import org.jspecify.annotations.NullMarked;
