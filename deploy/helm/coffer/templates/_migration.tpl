{{/*
Migrates the database of a service before its pods are replaced, and ends. Hooks come before all other objects, so its
settings are an object of its own. Argo CD does the same with both.
*/}}
{{- define "coffer.migration" -}}
{{- if .root.Values.migrations.job -}}
{{- $object := printf "%s-%s-migrate" (include "coffer.fullname" .root) .name -}}
{{- $hook := dict "helm.sh/hook" "pre-install,pre-upgrade" "helm.sh/hook-delete-policy" "before-hook-creation" -}}
{{- $annotations := merge (dict "helm.sh/hook-weight" "-2") $hook -}}
{{ include "coffer.configMap" (merge (dict "object" $object "annotations" $annotations) .) }}
---
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "coffer.metadata" (merge (dict "object" $object "annotations" (merge (dict "helm.sh/hook-weight" "-1") $hook)) .) | nindent 2 }}
spec:
  backoffLimit: 3
  template:
    metadata:
      labels:
        {{- include "coffer.labels" (merge (dict "component" (printf "%s-migrate" .name)) .) | nindent 8 }}
    spec:
      {{- include "coffer.podSpec" (merge (dict "migrate" true) .) | nindent 6 }}
{{- end -}}
{{- end -}}
