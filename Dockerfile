# One file for both houses. The last stage that is asked for decides which one the image runs:
#   docker build --target embedded .      everything in one process, stores in /data
#   docker build --target distributed .   one service or the gateway, as its settings say
# The version of Node is that of package.json.

FROM node:24.21.0-bookworm-slim AS installed
WORKDIR /app
COPY . .
# The image has Node already: no install script runs, so the npm package that brings Node along stays empty.
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim AS house
WORKDIR /app
COPY --from=installed /app /app
ENV NODE_ENV=production JIANDU_HOST=0.0.0.0 JIANDU_PORT=7080
EXPOSE 7080
# There is no curl in the image, and none is needed.
HEALTHCHECK --interval=5s --timeout=5s --start-period=120s --retries=6 \
  CMD ["node", "infra/compose/healthy.mjs"]

FROM house AS distributed
# Where a demonstration keeps its keys. A volume mounted here takes over the owner of the empty directory.
RUN install -d -o 1000 -g 1000 -m 0700 /demonstration
# The user `node`, by number, so that a cluster can see that it is not root.
USER 1000:1000
# Not through npm: signals reach the process, which leaves its engines in order.
CMD ["node", "infra/distributed/src/main.ts"]

FROM house AS embedded
RUN install -d -o 1000 -g 1000 -m 0700 /data /data/keys
USER 1000:1000
ENV JIANDU_DATA=/data
VOLUME ["/data"]
CMD ["node", "infra/standalone/src/main.ts"]
