/** How settings that are dangerous are refused at start-up. */
package dev.coffer.common.config;
