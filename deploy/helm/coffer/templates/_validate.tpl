{{/* Combinations of values that cannot work, each with a sentence that says what to change. */}}
{{- define "coffer.validate" -}}
{{- $v := .Values -}}
{{- range $at, $value := dict
    "publicUrl" $v.publicUrl "database.host" $v.database.host "kafka.bootstrapServers" $v.kafka.bootstrapServers
    "s3.endpoint" $v.s3.endpoint "oidc.issuerUrl" $v.oidc.issuerUrl -}}
{{- if not $value -}}
{{- fail (printf "%s must be set; README.md of the chart says to what." $at) -}}
{{- end -}}
{{- end -}}
{{- $edge := or $v.ingress.enabled $v.httpRoute.enabled -}}
{{- if and $edge (not (has (urlParse $v.publicUrl).path (list "" "/"))) -}}
{{- fail "publicUrl has a path, and the ingress and the route serve whole hosts: remove the path, or route to the services yourself." -}}
{{- end -}}
{{- if and $v.ingress.enabled $v.httpRoute.enabled -}}
{{- fail "ingress.enabled and httpRoute.enabled are both true: clients come by one of them; set one to false." -}}
{{- end -}}
{{- if and $v.httpRoute.enabled (not $v.httpRoute.parentRefs) -}}
{{- fail "httpRoute.enabled is true without a Gateway: set httpRoute.parentRefs, such as [{name: public, namespace: gateways}]." -}}
{{- end -}}
{{- if $v.networkPolicy.enabled -}}
{{- if and $edge (not $v.networkPolicy.edge) -}}
{{- fail "networkPolicy.edge must say where the pods of the edge are, such as [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress}}}], or networkPolicy.enabled be false: nobody could reach Coffer." -}}
{{- end -}}
{{- if and $v.serviceMonitor.enabled (not $v.networkPolicy.monitoring) -}}
{{- fail "networkPolicy.monitoring must say where the pods of Prometheus are, such as [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}], or networkPolicy.enabled be false: they could read no metrics." -}}
{{- end -}}
{{- if and $v.networkPolicy.egress.enabled (not $v.networkPolicy.egress.rules) -}}
{{- fail "networkPolicy.egress.rules must allow PostgreSQL, Kafka, S3 and the identity provider, or networkPolicy.egress.enabled be false: no service could start." -}}
{{- end -}}
{{- end -}}
{{- if and $v.quickstart.enabled (not $v.quickstart.password) -}}
{{- fail "quickstart.enabled is true without quickstart.password: use values-quickstart.yaml, or set it." -}}
{{- end -}}
{{- $settings := list (dict "at" "settings" "of" $v.settings) -}}
{{- $connections := include "coffer.connections" . | int -}}
{{- range $name := keys $v.services | sortAlpha -}}
{{- $service := include "coffer.service" (dict "root" $ "name" $name) | fromYaml -}}
{{- $arguments := dict "root" $ "name" $name "service" $service -}}
{{- $settings = append $settings (dict "at" (printf "services.%s.settings" $name) "of" $service.settings) -}}
{{- range $setting, $secret := include "coffer.secrets" $arguments | fromYaml -}}
{{- if and $secret.existingSecret $secret.value -}}
{{- fail (printf "%s has both existingSecret and value: keep one." $secret.at) -}}
{{- end -}}
{{- if and $secret.value $v.migrations.job -}}
{{- fail (printf "migrations.job is true, and %s is a value, whose Secret is not there before the installation: use existingSecret, or set migrations.job to false." $secret.at) -}}
{{- end -}}
{{- if not (or $secret.existingSecret $secret.value) -}}
{{- fail (printf "%s.existingSecret must name the Secret with %s, under the key %q." $secret.at $setting $secret.key) -}}
{{- end -}}
{{- end -}}
{{- with $service.autoscaling -}}
{{- if and (ne .type "none") (gt (int .minReplicas) (int .maxReplicas)) -}}
{{- fail (printf "services.%s.autoscaling.minReplicas (%d) is above maxReplicas (%d): lower it." $name (int .minReplicas) (int .maxReplicas)) -}}
{{- end -}}
{{- if and (ne .type "keda") .triggers -}}
{{- fail (printf "services.%s.autoscaling.triggers are for KEDA: set autoscaling.type to keda, or remove them." $name) -}}
{{- end -}}
{{- if and (ne .type "none") (not (dig "requests" "cpu" "" $service.resources)) -}}
{{- fail (printf "services.%s is scaled by its processor, which takes resources.requests.cpu: set it, or autoscaling.type to none." $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $at, $key := dict "signingKey" $v.signingKey "acceptedSigningKey" $v.acceptedSigningKey -}}
{{- if and $key.value (lt (len $key.value) 32) -}}
{{- fail (printf "%s.value must have at least 32 characters." $at) -}}
{{- end -}}
{{- end -}}
{{- if gt $connections (int $v.database.maxConnections) -}}
{{- fail (printf "The pools could open %d connections, but database.maxConnections is %d: raise max_connections of PostgreSQL and this value, or lower database.poolSize, replicas or autoscaling.maxReplicas of the services (one pod more of each runs during an update)." $connections (int $v.database.maxConnections)) -}}
{{- end -}}
{{- range $settings -}}
{{- $at := .at -}}
{{- range $setting, $_ := .of -}}
{{- if regexMatch "password|\\.secret$|signing-key|secret-key|access-key|jaas\\.config" $setting -}}
{{- fail (printf "%s has %s, which would be readable for everybody who reads ConfigMaps: use the value for it that has an existingSecret, or mount it with extraVolumes." $at $setting) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
