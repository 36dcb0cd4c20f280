@NullMarked
package dev.coffer.userdata.history;

import org.jspecify.annotations.NullMarked;
