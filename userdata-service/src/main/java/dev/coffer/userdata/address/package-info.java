@NullMarked
package dev.coffer.userdata.address;

import org.jspecify.annotations.NullMarked;
