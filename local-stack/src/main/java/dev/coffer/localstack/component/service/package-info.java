@NullMarked
package dev.coffer.localstack.component.service;

import org.jspecify.annotations.NullMarked;
