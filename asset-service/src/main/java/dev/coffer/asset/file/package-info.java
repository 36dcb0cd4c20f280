@NullMarked
package dev.coffer.asset.file;

import org.jspecify.annotations.NullMarked;
