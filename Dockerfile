# One image for both roles: ROLE=web, worker or all (docs/capacity.md). Nothing here asks for a secret; all settings come with the start.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./

# Everything, to build with. Node itself is in the image already, so the packages that bring one are left out.
FROM dependencies AS build
RUN npm install --no-save --ignore-scripts --no-audit --no-fund
COPY prisma.config.ts remix.config.js vite.config.ts vite.light.ts vite.said.ts vite.styles.ts vite.words.ts tsconfig.json ./
COPY prisma ./prisma
COPY app ./app
RUN npm run build

# What runs: no compiler, no bundler, no test tool.
FROM dependencies AS production
RUN npm install --no-save --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/tmp/settled-compiled \
    DATA_DIR=/data \
    PORT=3001
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=production /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY --from=build /app/app ./app
COPY package.json server.ts ./
COPY prisma/migrations ./prisma/migrations
COPY scripts ./scripts
USER node
VOLUME /data
EXPOSE 3001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: npm passes no signal on, and the end would not be a clean one.
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=30", "server.ts"]
