{{/* A value as Java's properties have it. Whole numbers come out of YAML as floating ones. */}}
{{- define "coffer.property" -}}
{{- $value := . -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) -}}
{{- $value = int64 . -}}
{{- end -}}
{{- toString $value | replace "\\" "\\\\" | replace "\n" "\\n" -}}
{{- end -}}

{{- define "coffer.jdbcUrl" -}}
{{- $database := .root.Values.database -}}
{{- $parameters := dict "sslmode" $database.sslMode -}}
{{- if has $database.sslMode (list "verify-full" "verify-ca") -}}
{{- /* So that the driver trusts whom the JVM trusts, instead of a file in the home directory. */ -}}
{{- $_ := set $parameters "sslfactory" "org.postgresql.ssl.DefaultJavaSSLFactory" -}}
{{- end -}}
{{- $parameters = mergeOverwrite $parameters (deepCopy $database.parameters) -}}
{{- $query := list -}}
{{- range $name, $value := $parameters -}}
{{- $query = append $query (printf "%s=%s" $name (include "coffer.property" $value)) -}}
{{- end -}}
{{- $host := tpl $database.host .root -}}
{{- if contains ":" $host -}}{{- $host = printf "[%s]" (trimAll "[]" $host) -}}{{- end -}}
{{- printf "jdbc:postgresql://%s:%d/%s?%s" $host (int $database.port) .service.database.name (join "&" $query) -}}
{{- end -}}

{{/* The settings of one service that are no secrets, as a map in YAML. Takes {root, name, service}. */}}
{{- define "coffer.settings" -}}
{{- $v := .root.Values -}}
{{- $fullname := include "coffer.fullname" .root -}}
{{- $s := dict
    "quarkus.http.host" "0.0.0.0"
    "quarkus.http.port" 8080
    "quarkus.management.host" "0.0.0.0"
    "quarkus.management.port" 9000
    "quarkus.shutdown.delay" (printf "%ds" (int $v.shutdown.delaySeconds))
    "quarkus.shutdown.timeout" (printf "%ds" (int $v.shutdown.graceSeconds))
    "quarkus.datasource.jdbc.url" (include "coffer.jdbcUrl" .)
    "quarkus.datasource.jdbc.max-size" .service.database.poolSize
    "quarkus.datasource.username" .service.database.username
    "quarkus.oidc.auth-server-url" (tpl $v.oidc.issuerUrl .root)
    "quarkus.oidc.token.audience" $v.oidc.audience
    "quarkus.oidc.roles.role-claim-path" $v.oidc.rolesClaim
    "quarkus.oidc-client.client-id" .service.client.id
    "kafka.bootstrap.servers" (tpl $v.kafka.bootstrapServers .root)
    "kafka.security.protocol" $v.kafka.securityProtocol
    "quarkus.log.level" $v.logging.level
    "quarkus.log.console.json.enabled" $v.logging.json
    "coffer.public-url" $v.publicUrl
    "coffer.caller.tenant-claim" $v.oidc.tenantClaim
    "coffer.outbox.replication-factor" $v.kafka.replicationFactor
    "coffer.outbox.partitions" $v.kafka.partitions
-}}
{{- $_ := set $s `quarkus.log.category."dev.coffer.requests".level` $v.logging.requests -}}
{{- $_ := set $s "coffer.topics.prefix" $v.kafka.topicPrefix -}}
{{- if eq .name "files" -}}
{{- $_ := set $s "coffer.files.events.group" $v.kafka.consumerGroup -}}
{{- end -}}
{{- /* The service compares this many pods with what PostgreSQL has, and warns: all of them, in pods of its own size. */ -}}
{{- $pool := int .service.database.poolSize -}}
{{- $_ := set $s "coffer.replicas.max" (div (add (include "coffer.connections" .root | int) (sub $pool 1)) $pool) -}}
{{- $_ := set $s "coffer.replicas.services" 1 -}}
{{- if $v.migrations.job -}}
{{- $_ := set $s "quarkus.flyway.migrate-at-start" false -}}
{{- $_ := set $s "quarkus.flyway.validate-at-start" true -}}
{{- end -}}
{{- if hasPrefix "SASL_" $v.kafka.securityProtocol -}}
{{- $_ := set $s "kafka.sasl.mechanism" $v.kafka.saslMechanism -}}
{{- end -}}
{{- with $v.oidc.defaultTenant -}}{{- $_ := set $s "coffer.caller.default-tenant" . -}}{{- end -}}
{{- $ids := dict -}}
{{- range $name, $_ := $v.services -}}{{- $_ := set $ids $name .client.id -}}{{- end -}}
{{- $_ := set $s "coffer.caller.internal-clients" (join "," (values $ids | sortAlpha)) -}}
{{- if eq .name "blob" -}}
{{- $_ := set $s "coffer.s3.endpoint" (tpl $v.s3.endpoint .root) -}}
{{- $_ := set $s "coffer.s3.region" $v.s3.region -}}
{{- $_ := set $s "coffer.s3.bucket" $v.s3.bucket -}}
{{- $_ := set $s "coffer.keepers.projects" $ids.files -}}
{{- $_ := set $s "coffer.keepers.workspaces" (printf "%s,%s" $ids.asset $ids.userdata) -}}
{{- else -}}
{{- $_ := set $s "coffer.blob.url" (printf "http://%s-blob:8080" $fullname) -}}
{{- end -}}
{{- if eq .name "asset" -}}
{{- $_ := set $s "coffer.userdata.url" (printf "http://%s-userdata:8080" $fullname) -}}
{{- end -}}
{{- if and $v.proxy.host $v.proxy.oidc -}}
{{- range list "quarkus.oidc" "quarkus.oidc-client" -}}
{{- $_ := set $s (printf "%s.proxy.host" .) $v.proxy.host -}}
{{- $_ := set $s (printf "%s.proxy.port" .) $v.proxy.port -}}
{{- end -}}
{{- end -}}
{{- toYaml (mergeOverwrite $s (deepCopy $v.settings) (deepCopy .service.settings)) -}}
{{- end -}}

{{/* The same as a properties file. The ordinal is above what is built in (250) and below the environment (300). */}}
{{- define "coffer.propertiesFile" -}}
config_ordinal=275
{{- range $name, $value := include "coffer.settings" . | fromYaml }}
{{ $name | replace "\\" "\\\\" | replace " " "\\ " | replace ":" "\\:" | replace "=" "\\=" }}={{ include "coffer.property" $value }}
{{- end }}
{{- end -}}

{{/* The options of the JVM. Takes {root, service}. */}}
{{- define "coffer.javaOptions" -}}
{{- $options := .service.javaOptions -}}
{{- with .root.Values.proxy -}}
{{- if .host -}}
{{- $direct := concat (list "localhost" "127.*" "[::1]" (printf "%s-*" (include "coffer.fullname" $.root))) .noProxy -}}
{{- range list "http" "https" -}}
{{- $options = printf "%s -D%s.proxyHost=%s -D%s.proxyPort=%d" $options . $.root.Values.proxy.host . (int $.root.Values.proxy.port) -}}
{{- end -}}
{{- $options = printf "%s -Dhttp.nonProxyHosts=%s" $options (join "|" $direct) -}}
{{- end -}}
{{- end -}}
{{- $options | trim -}}
{{- end -}}
