/** What is in a folder of user files, in the forms that clients ask for. */
@NullMarked
package dev.coffer.userdata.list;

import org.jspecify.annotations.NullMarked;
