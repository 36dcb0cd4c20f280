@NullMarked
package dev.coffer.localstack.component.s3;

import org.jspecify.annotations.NullMarked;
