package dev.coffer.common.database;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose queries may look at every row of a tenant. One tenant may run {@link DatabaseConfig#tenantScans}
 * of them at the same time, since each keeps a processor of the database busy; others wait, without a connection.
 * Beyond {@link DatabaseConfig#scanWaitTimeout} they fail with {@code TOO_MANY_REQUESTS}, 429.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ScansRows {}
