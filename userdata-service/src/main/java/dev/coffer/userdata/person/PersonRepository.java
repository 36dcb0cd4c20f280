package dev.coffer.userdata.person;

import dev.coffer.common.token.TokenFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** People by tenant and subject. */
@ApplicationScoped
class PersonRepository {
    private static final String FIND = """
            select roles, workspaces, ended_at from person where tenant = :tenant and subject = :subject""";
    /** The order of two tokens of the same second is unknown: only what both contain is kept. */
    private static final String NOTE = """
            insert into person as known (tenant, subject, roles, workspaces, issued_at)
            values (:tenant, :subject, :roles, :workspaces, :issued)
            on conflict (tenant, subject) do update set
                roles = case when known.issued_at < excluded.issued_at then excluded.roles else
                    array(select r from unnest(known.roles) r where r = any(excluded.roles)) end,
                workspaces = case when known.issued_at < excluded.issued_at then excluded.workspaces else
                    array(select w from unnest(known.workspaces) w where w = any(excluded.workspaces)) end,
                issued_at = excluded.issued_at
            where known.issued_at <= excluded.issued_at""";
    private static final String END = """
            insert into person (tenant, subject, roles, workspaces, issued_at, ended_at)
            values (:tenant, :subject, '{}', '{}', 'epoch', :now)
            on conflict (tenant, subject) do update set ended_at = excluded.ended_at""";

    private final EntityManager database;

    PersonRepository(EntityManager database) {
        this.database = database;
    }

    Optional<Person> find(String tenant, String subject) {
        // Without their types named, Hibernate throws exceptions to find out what the arrays are, in each request.
        NativeQuery<Person> query = database.unwrap(Session.class)
                .createNativeQuery(FIND, Object.class)
                .addScalar("roles", String[].class)
                .addScalar("workspaces", String[].class)
                .addScalar("ended_at", Instant.class)
                .setTupleTransformer((row, names) -> person((String[]) row[0], (String[]) row[1], (Instant) row[2]));
        bound(query, tenant, subject);
        return query.uniqueResultOptional();
    }

    /** Stores these claims, unless a later token is known. */
    void note(TokenFacts facts) {
        of(NOTE, facts.tenant(), facts.subject())
                .setParameter("roles", facts.roles().toArray(String[]::new))
                .setParameter("workspaces", facts.workspaces().toArray(String[]::new))
                .setParameter("issued", facts.issuedAt())
                .executeUpdate();
    }

    void end(String tenant, String subject, Instant now) {
        of(END, tenant, subject).setParameter("now", now).executeUpdate();
    }

    private Query of(String sql, String tenant, String subject) {
        return bound(database.createNativeQuery(sql), tenant, subject);
    }

    private static Query bound(Query query, String tenant, String subject) {
        return query.setParameter("tenant", tenant).setParameter("subject", subject);
    }

    private static Person person(String[] roles, String[] workspaces, @Nullable Instant endedAt) {
        return new Person(Set.copyOf(List.of(roles)), Set.copyOf(List.of(workspaces)), endedAt);
    }
}
