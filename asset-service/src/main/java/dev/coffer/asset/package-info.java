/** The Comfy assets API: what every feature shares is here, each feature has a package of its own. */
package dev.coffer.asset;
