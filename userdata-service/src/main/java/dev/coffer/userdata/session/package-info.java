@NullMarked
package dev.coffer.userdata.session;

import org.jspecify.annotations.NullMarked;
