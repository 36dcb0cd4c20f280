/** The tenants of the signed links by which clients move content. */
@NullMarked
package dev.coffer.blob.link;

import org.jspecify.annotations.NullMarked;
