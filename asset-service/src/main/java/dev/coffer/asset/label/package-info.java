/** What clients say of an asset: tags and free metadata. */
package dev.coffer.asset.label;
