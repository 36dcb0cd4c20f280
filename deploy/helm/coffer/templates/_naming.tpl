{{- define "coffer.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* What selects the pods of one component. Takes {root, component}. */}}
{{- define "coffer.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride | trunc 63 }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* Takes {root, component}. */}}
{{- define "coffer.labels" -}}
{{ include "coffer.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: coffer
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The metadata of an object. Takes {root, component} and perhaps object (its name), labels, annotations. */}}
{{- define "coffer.metadata" -}}
name: {{ .object | default (printf "%s-%s" (include "coffer.fullname" .root) .component) }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "coffer.labels" . | nindent 2 }}
  {{- with .labels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with merge (dict) (default (dict) .annotations) .root.Values.commonAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* All that is said of one service: the defaults, and over them what is its own. Takes {root, name}; gives YAML. */}}
{{- define "coffer.service" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .name)) | toYaml -}}
{{- end -}}

{{/* Takes {root, image}: an image in full, as that of the quickstart. */}}
{{- define "coffer.mirrored" -}}
{{- $mirror := .root.Values.global.imageRegistry -}}
{{- if $mirror -}}
{{- printf "%s/%s" (trimSuffix "/" $mirror) (regexReplaceAll "^[^/]*[.:][^/]*/" .image "") -}}
{{- else -}}
{{- .image -}}
{{- end -}}
{{- end -}}

{{/* Takes {root, name, service}. */}}
{{- define "coffer.image" -}}
{{- $registry := default .root.Values.image.registry .root.Values.global.imageRegistry | trimSuffix "/" -}}
{{- $repository := default (printf "%s/%s-service" .root.Values.image.repository .name) .service.image.repository -}}
{{- $image := $repository -}}
{{- if $registry -}}
{{- $image = printf "%s/%s" $registry $repository -}}
{{- end -}}
{{- if .service.image.digest -}}
{{- printf "%s@%s" $image .service.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $image (coalesce .service.image.tag .root.Values.image.tag .root.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{- define "coffer.pullSecrets" -}}
{{- with .Values.global.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{- define "coffer.serviceAccountName" -}}
{{- if .service.serviceAccount.name -}}
{{- .service.serviceAccount.name -}}
{{- else if .service.serviceAccount.create -}}
{{- printf "%s-%s" (include "coffer.fullname" .root) .name -}}
{{- else -}}
default
{{- end -}}
{{- end -}}

{{/* The most pods of a service at one time, with the one more of an update. Takes {service}. */}}
{{- define "coffer.mostPods" -}}
{{- if eq .service.autoscaling.type "none" -}}
{{- add (int .service.replicas) 1 -}}
{{- else -}}
{{- add (int .service.autoscaling.maxReplicas) 1 -}}
{{- end -}}
{{- end -}}

{{/* The most connections that the pools of all pods can have at one time. */}}
{{- define "coffer.connections" -}}
{{- $connections := 0 -}}
{{- range $name := keys .Values.services -}}
{{- $service := include "coffer.service" (dict "root" $ "name" $name) | fromYaml -}}
{{- $pods := include "coffer.mostPods" (dict "service" $service) | int -}}
{{- $connections = add $connections (mul $pods (int $service.database.poolSize)) -}}
{{- end -}}
{{- $connections -}}
{{- end -}}

{{/* The name of the host in publicUrl. */}}
{{- define "coffer.host" -}}
{{- regexReplaceAll ":[0-9]+$" (urlParse .Values.publicUrl).host "" -}}
{{- end -}}
