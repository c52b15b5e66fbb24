{{- /* Where the engines are: made here, or the operator's own. */ -}}
{{- define "jiandu.kurrentdbUrl" -}}
{{- if .Values.kurrentdb.external -}}
{{ required "kurrentdb.url is required when kurrentdb.external is true" .Values.kurrentdb.url }}
{{- else -}}
{{- /* The name of all nodes: the client asks one of them who leads. */ -}}
esdb+discover://{{ include "jiandu.name" . }}-kurrentdb.{{ .Release.Namespace }}.svc:2113?tls=true
{{- end -}}
{{- end }}

{{- define "jiandu.kafkaBrokers" -}}
{{- if .Values.kafka.external -}}
{{ required "kafka.brokers is required when kafka.external is true" (join "," .Values.kafka.brokers) }}
{{- else -}}
{{ include "jiandu.name" . }}-kafka-kafka-bootstrap.{{ .Release.Namespace }}.svc:9093
{{- end -}}
{{- end }}

{{- define "jiandu.mongoUrl" -}}
{{- if .Values.mongodb.external -}}
{{ required "mongodb.url is required when mongodb.external is true" .Values.mongodb.url }}
{{- else -}}
{{- $name := printf "%s-mongodb" (include "jiandu.name" .) -}}
{{- $hosts := list -}}
{{- range $node := until (int .Values.mongodb.nodes) -}}
{{- $hosts = append $hosts (printf "%s-%d.%s-svc.%s.svc.cluster.local:27017" $name $node $name $.Release.Namespace) -}}
{{- end -}}
mongodb://{{ join "," $hosts }}/?replicaSet={{ $name }}&tls=true
{{- end -}}
{{- end }}

{{- /* Settings of one service: root and service. */ -}}
{{- define "jiandu.serviceSettings" -}}
{{- $v := .root.Values -}}
JIANDU_SERVICE: {{ .service }}
JIANDU_MODE: production
JIANDU_OIDC_ISSUER: {{ required "oidc.issuer is required: who signs people in" $v.oidc.issuer }}
JIANDU_OIDC_AUDIENCE: {{ $v.oidc.audience }}
JIANDU_OIDC_PERSON_CLAIM: {{ $v.oidc.personClaim }}
{{- with $v.oidc.jwksUri }}
JIANDU_OIDC_JWKS_URI: {{ . }}
{{- end }}
{{- if and (eq .service "registry") $v.firstAdmin }}
JIANDU_FIRST_ADMIN: {{ $v.firstAdmin }}
{{- end }}
JIANDU_MASTER_KEY_FILE: /run/secrets/master.key
JIANDU_EVENTSTORE_URL: {{ include "jiandu.kurrentdbUrl" .root | quote }}
JIANDU_EVENTSTORE_USER: jiandu-{{ .service }}
JIANDU_EVENTSTORE_PASSWORD_FILE: /run/secrets/kurrentdb_password
JIANDU_EVENTSTORE_CA_FILE: /run/secrets/kurrentdb_ca.crt
JIANDU_KAFKA_BROKERS: {{ include "jiandu.kafkaBrokers" .root | quote }}
JIANDU_KAFKA_TLS: 'on'
JIANDU_KAFKA_SASL: {{ $v.kafka.sasl }}
JIANDU_KAFKA_USER: jiandu-{{ .service }}
JIANDU_KAFKA_PASSWORD_FILE: /run/secrets/kafka_password
JIANDU_KAFKA_CA_FILE: /run/secrets/kafka_ca.crt
JIANDU_KAFKA_REPLICATION: {{ $v.kafka.replication | quote }}
JIANDU_MONGO_URL: {{ include "jiandu.mongoUrl" .root | quote }}
JIANDU_MONGO_DATABASE: jiandu_{{ .service }}
JIANDU_MONGO_KEYS_DATABASE: jiandu_keys
JIANDU_MONGO_USER: jiandu-{{ .service }}
JIANDU_MONGO_PASSWORD_FILE: /run/secrets/mongodb_password
JIANDU_MONGO_CA_FILE: /run/secrets/mongodb_ca.crt
{{- end }}

{{- /* What a service may read of what is secret, put together in one folder: root and service. */ -}}
{{- define "jiandu.serviceSecrets" -}}
{{- $v := .root.Values -}}
{{- $kafka := printf "%s-kafka" (include "jiandu.name" .root) -}}
- secret:
    name: {{ $v.masterKey.existingSecret }}
    items: [{ key: {{ $v.masterKey.key }}, path: master.key }]
- secret:
    name: {{ $v.kurrentdb.existingSecret }}
    items: [{ key: {{ .service }}, path: kurrentdb_password }]
- secret:
    name: {{ $v.kurrentdb.tls.existingSecret }}
    items: [{ key: ca.crt, path: kurrentdb_ca.crt }]
- secret:
    {{- if $v.kafka.external }}
    name: {{ $v.kafka.existingSecret }}
    items: [{ key: {{ .service }}, path: kafka_password }]
    {{- else }}
    name: jiandu-{{ .service }}
    items: [{ key: password, path: kafka_password }]
    {{- end }}
- secret:
    name: {{ ternary $v.kafka.caSecret (printf "%s-cluster-ca-cert" $kafka) $v.kafka.external }}
    items: [{ key: ca.crt, path: kafka_ca.crt }]
- secret:
    name: {{ $v.mongodb.existingSecret }}
    items: [{ key: {{ .service }}, path: mongodb_password }]
- secret:
    name: {{ $v.mongodb.tls.caSecret }}
    items: [{ key: ca.crt, path: mongodb_ca.crt }]
{{- end }}
