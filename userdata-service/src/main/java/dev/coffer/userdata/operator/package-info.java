@NullMarked
package dev.coffer.userdata.operator;

import org.jspecify.annotations.NullMarked;
