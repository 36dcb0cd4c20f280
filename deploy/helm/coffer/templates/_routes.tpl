{{/*
Which paths go to which service: the only list of them in this chart. "below" is a path and all below it, "exact" that
path alone. What is not here is not public; /internal and /q are never here. Takes the root; gives YAML.
*/}}
{{- define "coffer.routes" -}}
files:
  below: [/api/v1]
  exact: [{{ include "coffer.documents" (dict "root" . "name" "files") }}]
blob:
  below: [/blob]
  exact: []
userdata:
  below:
    - /api/userdata
    - /api/v2/userdata
    - /api/settings
    - /api/auth
    - /api/keys
    - /api/operator
    - /api/workspaces
    - /userdata
    - /v2/userdata
    - /settings
    {{- if .Values.routes.documents }}
    - /docs
    {{- end }}
  exact:
    - /api/user
    - /api/users
    - /api/usage
    - /api/features
    - /api/system_stats
    - /user
    - /users
    - /features
    - /system_stats
    {{- if .Values.routes.documents }}
    - /openapi/userdata
    - /openapi/userdata.json
    - /openapi/userdata.yaml
    - /openapi/userdata.yml
    {{- end }}
asset:
  below:
    - /api/assets
    - /api/v2/assets
    - /api/upload
    - /api/tasks
    - /api/jobs
    - /upload
  exact: [/api/tags, /api/view, /api/files/mask-layers, /view, {{ include "coffer.documents" (dict "root" . "name" "assets") }}]
{{- end -}}

{{- define "coffer.documents" -}}
{{- if .root.Values.routes.documents -}}
{{- range $i, $end := list "" ".json" ".yaml" ".yml" }}{{ if $i }}, {{ end }}/openapi/{{ $.name }}{{ $end }}{{ end -}}
{{- end -}}
{{- end -}}
