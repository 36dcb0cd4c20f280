@NullMarked
package dev.coffer.userdata.version;

import org.jspecify.annotations.NullMarked;
