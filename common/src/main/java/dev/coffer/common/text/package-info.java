/** What texts may contain, and how they are compared. */
package dev.coffer.common.text;
