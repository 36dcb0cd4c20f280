{{- define "coffer.deployment" -}}
{{- $v := .root.Values -}}
{{- $service := .service -}}
{{- $selector := include "coffer.selector" . -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "coffer.metadata" . | nindent 2 }}
spec:
  {{- if eq $service.autoscaling.type "none" }}
  replicas: {{ $service.replicas }}
  {{- end }}
  selector:
    matchLabels:
      {{- $selector | nindent 6 }}
  strategy:
    type: RollingUpdate
    rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
  template:
    metadata:
      labels:
        {{- include "coffer.labels" . | nindent 8 }}
        {{- with $service.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        checksum/settings: {{ include "coffer.propertiesFile" . | sha256sum }}
        checksum/secrets: {{ printf "%s%s" (include "coffer.plainSecrets" .) $v.secretsRevision | sha256sum }}
        {{- with $service.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      {{- include "coffer.podSpec" . | nindent 6 }}
{{- end -}}

{{/*
The pod of a service; with migrate one that migrates the database of the service and ends. Takes {root, name, service}
and perhaps migrate.
*/}}
{{- define "coffer.podSpec" -}}
{{- $v := .root.Values -}}
{{- $service := .service -}}
{{- $selector := include "coffer.selector" . -}}
{{- $settings := printf "%s-%s%s" (include "coffer.fullname" .root) .name (ternary "-migrate" "" (default false .migrate)) -}}
{{- if .migrate }}
restartPolicy: Never
{{- else }}
serviceAccountName: {{ include "coffer.serviceAccountName" . }}
{{- end }}
automountServiceAccountToken: false
# Variables such as COFFER_BLOB_PORT would be read as settings.
enableServiceLinks: false
{{- include "coffer.pullSecrets" .root }}
securityContext:
  {{- mergeOverwrite (dict "runAsNonRoot" true "seccompProfile" (dict "type" "RuntimeDefault")) $service.podSecurityContext | toYaml | nindent 2 }}
terminationGracePeriodSeconds: {{ add (int $v.shutdown.preStopSeconds) (int $v.shutdown.delaySeconds) (int $v.shutdown.graceSeconds) 10 }}
{{- with $service.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with $service.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $service.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $service.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- if not .migrate }}
{{- with $service.topologySpread.keys }}
topologySpreadConstraints:
  {{- range . }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: {{ $service.topologySpread.whenUnsatisfiable }}
    labelSelector:
      matchLabels:
        {{- $selector | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
  {{- end }}
{{- end }}
{{- end }}
{{- with $service.initContainers }}
initContainers:
  {{- tpl (toYaml .) $.root | nindent 2 }}
{{- end }}
containers:
  - name: {{ .name }}
    image: {{ include "coffer.image" . }}
    imagePullPolicy: {{ $v.image.pullPolicy }}
    {{- if not .migrate }}
    ports:
      - {name: http, containerPort: 8080}
      - {name: management, containerPort: 9000}
    {{- end }}
    env:
      - name: SMALLRYE_CONFIG_LOCATIONS
        value: /etc/coffer/settings/application.properties
      - name: SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS
        value: /etc/coffer/secrets
      {{- with include "coffer.javaOptions" . }}
      - name: JAVA_TOOL_OPTIONS
        value: {{ . | quote }}
      {{- end }}
      {{- if $v.caCertificates }}
      - name: COFFER_CA_CERTIFICATES
        value: /etc/coffer/ca
      {{- end }}
      {{- if .migrate }}
      - {name: QUARKUS_INIT_AND_EXIT, value: "true"}
      - {name: QUARKUS_FLYWAY_MIGRATE_AT_START, value: "true"}
      - {name: QUARKUS_FLYWAY_VALIDATE_AT_START, value: "false"}
      {{- end }}
      {{- with $service.extraEnv }}
      {{- tpl (toYaml .) $.root | nindent 6 }}
      {{- end }}
    {{- if not .migrate }}
    startupProbe:
      httpGet: {path: /q/health/started, port: management}
      {{- toYaml $service.probes.startup | nindent 6 }}
    livenessProbe:
      httpGet: {path: /q/health/live, port: management}
      {{- toYaml $service.probes.liveness | nindent 6 }}
    readinessProbe:
      httpGet: {path: /q/health/ready, port: management}
      {{- toYaml $service.probes.readiness | nindent 6 }}
    lifecycle:
      preStop:
        sleep: {seconds: {{ $v.shutdown.preStopSeconds }}}
    {{- end }}
    resources:
      {{- toYaml $service.resources | nindent 6 }}
    securityContext:
      {{- mergeOverwrite (dict "allowPrivilegeEscalation" false "readOnlyRootFilesystem" true "capabilities" (dict "drop" (list "ALL"))) $service.containerSecurityContext | toYaml | nindent 6 }}
    volumeMounts:
      - {name: settings, mountPath: /etc/coffer/settings, readOnly: true}
      - {name: secrets, mountPath: /etc/coffer/secrets, readOnly: true}
      - {name: tmp, mountPath: /tmp}
      {{- if $v.caCertificates }}
      - {name: ca, mountPath: /etc/coffer/ca, readOnly: true}
      {{- end }}
      {{- with $service.extraVolumeMounts }}
      {{- tpl (toYaml .) $.root | nindent 6 }}
      {{- end }}
  {{- if not .migrate }}
  {{- with $service.extraContainers }}
  {{- tpl (toYaml .) $.root | nindent 2 }}
  {{- end }}
  {{- end }}
volumes:
  - name: settings
    configMap:
      name: {{ $settings }}
      items: [{key: application.properties, path: application.properties}]
  - {{- include "coffer.secretVolume" . | nindent 4 }}
  - name: tmp
    emptyDir: {sizeLimit: {{ $service.tmpSize }}}
  {{- include "coffer.caVolume" .root | nindent 2 }}
  {{- with $service.extraVolumes }}
  {{- tpl (toYaml .) $.root | nindent 2 }}
  {{- end }}
{{- end -}}

{{- define "coffer.configMap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "coffer.metadata" . | nindent 2 }}
data:
  secrets-ordinal: "280"
  application.properties: |
    {{- include "coffer.propertiesFile" . | nindent 4 }}
{{- end -}}

{{- define "coffer.secret" -}}
{{- with include "coffer.plainSecrets" . -}}
apiVersion: v1
kind: Secret
metadata:
  {{- include "coffer.metadata" $ | nindent 2 }}
type: Opaque
data:
  {{- . | nindent 2 }}
{{- end -}}
{{- end -}}

{{- define "coffer.serviceObject" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "coffer.metadata" (merge (dict "annotations" .service.service.annotations) .) | nindent 2 }}
spec:
  type: {{ .service.service.type }}
  {{- with .root.Values.ipFamilies.policy }}
  ipFamilyPolicy: {{ . }}
  {{- end }}
  {{- with .root.Values.ipFamilies.families }}
  ipFamilies: [{{ join ", " . }}]
  {{- end }}
  selector:
    {{- include "coffer.selector" . | nindent 4 }}
  ports:
    - {name: http, port: 8080, targetPort: http, appProtocol: http}
    - {name: management, port: 9000, targetPort: management, appProtocol: http}
{{- end -}}

{{- define "coffer.serviceAccount" -}}
{{- if .service.serviceAccount.create -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "coffer.metadata" (merge (dict "object" (include "coffer.serviceAccountName" .) "annotations" .service.serviceAccount.annotations) .) | nindent 2 }}
automountServiceAccountToken: false
{{- end -}}
{{- end -}}

{{- define "coffer.podDisruptionBudget" -}}
{{- $autoscaling := .service.autoscaling -}}
{{- $least := ternary .service.replicas $autoscaling.minReplicas (eq $autoscaling.type "none") -}}
{{- /* With one pod it would keep its node from being drained for ever. */ -}}
{{- if and .service.podDisruptionBudget.enabled (gt (int $least) 1) -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "coffer.metadata" . | nindent 2 }}
spec:
  maxUnavailable: {{ .service.podDisruptionBudget.maxUnavailable }}
  # A pod that is not ready serves nobody: it may go.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "coffer.selector" . | nindent 6 }}
{{- end -}}
{{- end -}}

{{- define "coffer.autoscaler" -}}
{{- $autoscaling := .service.autoscaling -}}
{{- if eq $autoscaling.type "hpa" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "coffer.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "coffer.fullname" .root }}-{{ .name }}
  minReplicas: {{ $autoscaling.minReplicas }}
  maxReplicas: {{ $autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: {type: Utilization, averageUtilization: {{ $autoscaling.targetCPUPercent }}}
  {{- with $autoscaling.behavior }}
  behavior:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- else if eq $autoscaling.type "keda" -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  {{- include "coffer.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "coffer.fullname" .root }}-{{ .name }}
  minReplicaCount: {{ $autoscaling.minReplicas }}
  maxReplicaCount: {{ $autoscaling.maxReplicas }}
  {{- with $autoscaling.behavior }}
  advanced:
    horizontalPodAutoscalerConfig:
      behavior:
        {{- toYaml . | nindent 8 }}
  {{- end }}
  triggers:
    - type: cpu
      metricType: Utilization
      metadata: {value: {{ $autoscaling.targetCPUPercent | quote }}}
    {{- with $autoscaling.triggers }}
    {{- tpl (toYaml .) $.root | nindent 4 }}
    {{- end }}
{{- end -}}
{{- end -}}
