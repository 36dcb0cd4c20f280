/** What the tests of the modules share: servers for a service under test, tokens, a stub of a neighbour. */
@NullMarked
package dev.coffer.testing;

import org.jspecify.annotations.NullMarked;
