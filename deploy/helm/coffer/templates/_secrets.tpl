{{/*
The secrets of one service, as YAML: setting → {existingSecret, key, value, at}; "at" is where it is in the values.
Takes {root, name, service}.
*/}}
{{- define "coffer.secrets" -}}
{{- $v := .root.Values -}}
{{- $own := printf "services.%s" .name -}}
{{- $secrets := dict
    "quarkus.datasource.password" (merge (dict "at" (printf "%s.database.password" $own)) .service.database.password)
    "quarkus.oidc-client.credentials.secret" (merge (dict "at" (printf "%s.client.secret" $own)) .service.client.secret)
    "coffer.signing-key" (merge (dict "at" "signingKey") $v.signingKey)
-}}
{{- with $v.acceptedSigningKey -}}
{{- if or .existingSecret .value -}}
{{- $_ := set $secrets "coffer.accepted-signing-key" (merge (dict "at" "acceptedSigningKey") .) -}}
{{- end -}}
{{- end -}}
{{- if hasPrefix "SASL_" $v.kafka.securityProtocol -}}
{{- $_ := set $secrets "kafka.sasl.jaas.config" (merge (dict "at" (printf "%s.kafka.jaasConfig" $own)) .service.kafka.jaasConfig) -}}
{{- end -}}
{{- if eq .name "blob" -}}
{{- $_ := set $secrets "coffer.s3.access-key" (merge (dict "at" "s3.accessKey") $v.s3.accessKey) -}}
{{- $_ := set $secrets "coffer.s3.secret-key" (merge (dict "at" "s3.secretKey") $v.s3.secretKey) -}}
{{- end -}}
{{- toYaml $secrets -}}
{{- end -}}

{{/* Those of them that have a value, as the data of a Secret. */}}
{{- define "coffer.plainSecrets" -}}
{{- range $setting, $secret := include "coffer.secrets" . | fromYaml }}
{{- if $secret.value }}
{{ $setting }}: {{ $secret.value | b64enc }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The volume with a file for each secret, named by its setting. */}}
{{- define "coffer.secretVolume" -}}
name: secrets
projected:
  sources:
    # Above what is built in and what is in the settings, below the environment.
    - configMap:
        name: {{ include "coffer.fullname" .root }}-{{ .name }}{{ if .migrate }}-migrate{{ end }}
        items: [{key: secrets-ordinal, path: config_ordinal}]
    {{- range $setting, $secret := include "coffer.secrets" . | fromYaml }}
    - secret:
        name: {{ $secret.existingSecret | default (printf "%s-%s" (include "coffer.fullname" $.root) $.name) }}
        items: [{key: {{ ternary $secret.key $setting (ne $secret.existingSecret "") | quote }}, path: {{ $setting | quote }}}]
    {{- end }}
{{- end -}}

{{/* The volume with the certificates of authorities, as an item of a list. Takes the root. */}}
{{- define "coffer.caVolume" -}}
{{- with .Values.caCertificates }}
- name: ca
  projected:
    sources:
      {{- range $i, $from := . }}
      - {{ ternary "secret" "configMap" (hasKey $from "secret") }}:
          name: {{ default $from.configMap $from.secret }}
          items: [{key: {{ $from.key | quote }}, path: {{ printf "%d.pem" $i | quote }}}]
      {{- end }}
{{- end }}
{{- end -}}
