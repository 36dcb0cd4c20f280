@NullMarked
package dev.coffer.files.geo;

import org.jspecify.annotations.NullMarked;
