@NullMarked
package dev.coffer.userdata.person;

import org.jspecify.annotations.NullMarked;
