@NullMarked
package dev.coffer.userdata.key;

import org.jspecify.annotations.NullMarked;
