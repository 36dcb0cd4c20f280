/** How files and contents are named, and where files lie: names, hashes, media types, places. */
package dev.coffer.asset.name;
