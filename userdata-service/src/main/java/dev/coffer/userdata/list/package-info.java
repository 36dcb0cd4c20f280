@NullMarked
package dev.coffer.userdata.list;

import org.jspecify.annotations.NullMarked;
