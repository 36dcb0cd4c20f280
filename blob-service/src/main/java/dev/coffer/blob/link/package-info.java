/** Whose the links are by which clients move content. */
package dev.coffer.blob.link;
