@NullMarked
package dev.coffer.userdata.usage;

import org.jspecify.annotations.NullMarked;
