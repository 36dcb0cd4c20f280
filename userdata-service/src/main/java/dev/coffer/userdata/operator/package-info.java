/** What operators of a tenant may do: end the credentials of a person. */
@NullMarked
package dev.coffer.userdata.operator;

import org.jspecify.annotations.NullMarked;
