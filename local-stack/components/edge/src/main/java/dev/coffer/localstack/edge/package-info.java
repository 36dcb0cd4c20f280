/** The router in front of the services, the only public address of a stack. */
@NullMarked
package dev.coffer.localstack.edge;

import org.jspecify.annotations.NullMarked;
