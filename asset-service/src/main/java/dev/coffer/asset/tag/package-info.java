@NullMarked
package dev.coffer.asset.tag;

import org.jspecify.annotations.NullMarked;
