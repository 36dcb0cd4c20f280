@NullMarked
package dev.coffer.userdata.file;

import org.jspecify.annotations.NullMarked;
