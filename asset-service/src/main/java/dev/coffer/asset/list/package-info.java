@NullMarked
package dev.coffer.asset.list;

import org.jspecify.annotations.NullMarked;
