/** Pixels: what images are, and how they are rendered, masked and encoded. Nothing here knows assets. */
package dev.coffer.asset.image;
