@NullMarked
package dev.coffer.blob.session;

import org.jspecify.annotations.NullMarked;
