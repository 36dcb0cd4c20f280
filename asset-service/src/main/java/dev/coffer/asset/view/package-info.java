@NullMarked
package dev.coffer.asset.view;

import org.jspecify.annotations.NullMarked;
