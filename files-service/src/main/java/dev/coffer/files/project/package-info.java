@NullMarked
package dev.coffer.files.project;

import org.jspecify.annotations.NullMarked;
