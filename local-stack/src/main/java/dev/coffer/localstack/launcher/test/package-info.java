@NullMarked
package dev.coffer.localstack.launcher.test;

import org.jspecify.annotations.NullMarked;
