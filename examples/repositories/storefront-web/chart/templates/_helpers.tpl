{{- define "storefront.labels" -}}
app.kubernetes.io/name: storefront-web
backstage.io/kubernetes-id: storefront-web
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- end }}
