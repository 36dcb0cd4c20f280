/**
 * New assets in version 1 of the API: a form or a hash, made into the description of an asset (comfy.md sections 2.2
 * and 2.3).
 */
@NullMarked
package dev.coffer.asset.v1;

import org.jspecify.annotations.NullMarked;
