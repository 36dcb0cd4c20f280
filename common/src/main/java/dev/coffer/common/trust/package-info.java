/** Which certificate authorities this process trusts. */
@NullMarked
package dev.coffer.common.trust;

import org.jspecify.annotations.NullMarked;
