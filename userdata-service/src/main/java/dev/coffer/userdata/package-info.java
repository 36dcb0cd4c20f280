@NullMarked
package dev.coffer.userdata;

import org.jspecify.annotations.NullMarked;
