/** The settings of each person. */
@NullMarked
package dev.coffer.userdata.setting;

import org.jspecify.annotations.NullMarked;
