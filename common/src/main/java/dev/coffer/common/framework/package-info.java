/** What depends on the insides of the framework, and nothing else (docs/upgrading.md). */
package dev.coffer.common.framework;
