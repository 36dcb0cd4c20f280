/** Answers to the maintenance calls of open-source front ends: there is no local disk to scan here. */
@NullMarked
package dev.coffer.asset.maintenance;

import org.jspecify.annotations.NullMarked;
