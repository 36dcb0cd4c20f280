@NullMarked
package dev.coffer.userdata.server;

import org.jspecify.annotations.NullMarked;
