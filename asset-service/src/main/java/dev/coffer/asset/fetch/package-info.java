/**
 * Content fetched from other servers: uploads by URL, what can be known of a URL beforehand, and downloads in the
 * background (comfy.md sections 2.2, 2.4 and 2.5).
 */
@NullMarked
package dev.coffer.asset.fetch;

import org.jspecify.annotations.NullMarked;
