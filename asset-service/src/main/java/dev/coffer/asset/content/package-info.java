@NullMarked
package dev.coffer.asset.content;

import org.jspecify.annotations.NullMarked;
