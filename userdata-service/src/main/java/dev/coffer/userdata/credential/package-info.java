@NullMarked
package dev.coffer.userdata.credential;

import org.jspecify.annotations.NullMarked;
