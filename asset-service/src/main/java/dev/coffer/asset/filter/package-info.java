/** Which assets a request is about: the filters that lists and the refinement of tags have in common. */
@NullMarked
package dev.coffer.asset.filter;

import org.jspecify.annotations.NullMarked;
