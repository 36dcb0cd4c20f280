/** In which order filters, interceptors and handlers see a request. */
@NullMarked
package dev.coffer.common.filter;

import org.jspecify.annotations.NullMarked;
