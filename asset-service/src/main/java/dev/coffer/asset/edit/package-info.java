/** Single assets: read, changed, tagged, deleted, and known by their hash. */
package dev.coffer.asset.edit;
