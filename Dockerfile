# The product without the build tools. State is in /data (or in Redis). Everything else may be mounted read-only.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml run.mjs tsconfig.base.json ./
COPY shared shared
COPY server server
COPY client client
COPY tests/package.json tests/package.json
RUN node run.mjs build --lean && mkdir /data

FROM node:22-bookworm-slim
ENV NODE_ENV=production ROSTRUM_HOST=0.0.0.0 ROSTRUM_PORT=3000 ROSTRUM_DATA=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/shared/package.json shared/package.json
COPY --from=build /app/shared/node_modules shared/node_modules
COPY --from=build /app/shared/dist shared/dist
COPY --from=build /app/shared/locales shared/locales
COPY --from=build /app/shared/names shared/names
COPY --from=build /app/server/package.json server/package.json
COPY --from=build /app/server/node_modules server/node_modules
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/client/dist client/dist
COPY --from=build --chown=node:node /data /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ROSTRUM_PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# With --quiet the links, which are secrets, do not get into the container's log. `rostrum links` prints them.
ENTRYPOINT ["node", "server/dist/main.js"]
CMD ["--quiet"]
