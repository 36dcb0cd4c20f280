{{/*
A server of the trial: one pod, perhaps with a volume, and a Service. Takes {root, component, ports (name → number),
user, memory, ready (its probe)} and perhaps mount (of the volume), env, args, files (a map of names to texts, mounted at
filesAt), prepare (what is done in its image before).
*/}}
{{- define "coffer.quickstart.server" -}}
{{- $root := .root -}}
{{- $name := printf "%s-%s" (include "coffer.fullname" .root) .component -}}
{{- $image := include "coffer.mirrored" (dict "root" .root "image" (index .root.Values.quickstart.images .component)) -}}
{{- with .files }}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "coffer.metadata" $ | nindent 2 }}
data:
  {{- toYaml . | nindent 2 }}
---
{{- end }}
apiVersion: v1
kind: Service
metadata:
  {{- include "coffer.metadata" . | nindent 2 }}
spec:
  selector:
    {{- include "coffer.selector" . | nindent 4 }}
  ports:
    {{- range $port, $number := .ports }}
    - {name: {{ $port }}, port: {{ $number }}, targetPort: {{ $port }}}
    {{- end }}
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  {{- include "coffer.metadata" . | nindent 2 }}
spec:
  replicas: 1
  serviceName: {{ $name }}
  selector:
    matchLabels:
      {{- include "coffer.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "coffer.labels" . | nindent 8 }}
      annotations:
        checksum/files: {{ toYaml (default (dict) .files) | sha256sum }}
    spec:
      automountServiceAccountToken: false
      # KAFKA_PORT and the like would be read as settings.
      enableServiceLinks: false
      {{- include "coffer.pullSecrets" .root | nindent 6 }}
      securityContext:
        runAsNonRoot: true
        runAsUser: {{ .user }}
        fsGroup: {{ .user }}
        seccompProfile: {type: RuntimeDefault}
      {{- with .prepare }}
      initContainers:
        - name: prepare
          image: {{ $image }}
          command: {{ toJson . }}
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
          volumeMounts: [{name: data, mountPath: {{ $.mount }}}]
      {{- end }}
      containers:
        - name: {{ .component }}
          image: {{ $image }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          {{- with .args }}
          args: {{ toJson . }}
          {{- end }}
          {{- with .env }}
          env:
            {{- range $variable, $value := . }}
            - {name: {{ $variable }}, value: {{ $value | quote }}}
            {{- end }}
          {{- end }}
          ports:
            {{- range $port, $number := .ports }}
            - {name: {{ $port }}, containerPort: {{ $number }}}
            {{- end }}
          readinessProbe:
            {{- toYaml .ready | nindent 12 }}
            timeoutSeconds: 5
            failureThreshold: 60
          resources:
            requests: {cpu: 100m, memory: {{ .memory }}}
            limits: {memory: {{ .memory }}}
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
          volumeMounts:
            {{- with .mount }}
            - {name: data, mountPath: {{ . }}}
            {{- end }}
            - {name: tmp, mountPath: /tmp}
            {{- if .files }}
            - {name: files, mountPath: {{ .filesAt }}, readOnly: true}
            {{- end }}
      volumes:
        - name: tmp
          emptyDir: {}
        {{- if .files }}
        - name: files
          configMap: {name: {{ $name }}}
        {{- end }}
  {{- if .mount }}
  volumeClaimTemplates:
    - metadata: {name: data}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: {{ .root.Values.quickstart.storage }}}}
  {{- end }}
{{- end -}}
