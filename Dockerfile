# The embedded house in one container: all services, stores in /data. The version of Node is that of package.json.
FROM node:24.21.0-bookworm-slim AS installed
WORKDIR /app
COPY . .
# The image has Node already: no install script runs, so the npm package that brings Node along stays empty.
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim
WORKDIR /app
# A volume mounted here takes over the owner of the empty directory.
RUN install -d -o node -g node -m 0700 /data /data/keys
COPY --from=installed /app /app
USER node
ENV JIANDU_DATA=/data JIANDU_HOST=0.0.0.0 JIANDU_PORT=7080
EXPOSE 7080
VOLUME ["/data"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:7080/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals reach the process, which closes its files in order.
CMD ["node", "infra/standalone/src/main.ts"]
