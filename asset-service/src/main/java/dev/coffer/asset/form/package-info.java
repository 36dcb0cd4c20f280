/** Forms read as streams: their one file goes to blob-service while it arrives. */
package dev.coffer.asset.form;
