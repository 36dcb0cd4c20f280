/** Paths of user files: their rules, and how they are taken from the raw request target. */
@NullMarked
package dev.coffer.userdata.address;

import org.jspecify.annotations.NullMarked;
