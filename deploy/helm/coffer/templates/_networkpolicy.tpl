{{/* Who may ask a service: the edge, the services that call it, and for metrics Prometheus. Probes come from the node. */}}
{{- define "coffer.networkPolicy" -}}
{{- $policy := .root.Values.networkPolicy -}}
{{- if $policy.enabled -}}
{{- $root := .root -}}
{{- $callers := index (dict "asset" (list) "userdata" (list "asset") "files" (list) "blob" (list "asset" "userdata" "files")) .name -}}
{{- $called := index (dict "asset" (list "blob" "userdata") "userdata" (list "blob") "files" (list "blob") "blob" (list)) .name -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "coffer.metadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "coffer.selector" . | nindent 6 }}
  policyTypes: [Ingress{{ if $policy.egress.enabled }}, Egress{{ end }}]
  ingress:
    - ports: [{port: http}]
      from:
        - podSelector:
            matchLabels:
              {{- include "coffer.selector" (dict "root" $root "component" "edge") | nindent 14 }}
        {{- range $callers }}
        - podSelector:
            matchLabels:
              {{- include "coffer.selector" (dict "root" $root "component" .) | nindent 14 }}
        {{- end }}
        {{- with $policy.edge }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    - ports: [{port: http}, {port: management}]
      from:
        - podSelector:
            matchLabels:
              {{- include "coffer.selector" (dict "root" $root "component" "test") | nindent 14 }}
    {{- with $policy.monitoring }}
    - ports: [{port: management}]
      from:
        {{- toYaml . | nindent 8 }}
    {{- end }}
  {{- if $policy.egress.enabled }}
  egress:
    - ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
    {{- if $called }}
    - ports: [{port: 8080}]
      to:
        {{- range $called }}
        - podSelector:
            matchLabels:
              {{- include "coffer.selector" (dict "root" $root "component" .) | nindent 14 }}
        {{- end }}
    {{- end }}
    {{- toYaml $policy.egress.rules | nindent 4 }}
  {{- end }}
{{- end -}}
{{- end -}}
