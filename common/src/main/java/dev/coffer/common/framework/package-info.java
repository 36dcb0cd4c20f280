/** What depends on the insides of the framework, and nothing else (docs/upgrading.md). */
@NullMarked
package dev.coffer.common.framework;

import org.jspecify.annotations.NullMarked;
