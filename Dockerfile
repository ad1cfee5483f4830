# syntax=docker/dockerfile:1
# The web page of TQRS. docs/deploy.md tells how to run it, and what of this was tried where.

FROM node:24-slim AS build
WORKDIR /src
COPY . .
RUN npx -y pnpm@12.21.0 install --frozen-lockfile
RUN npx -y pnpm@12.21.0 run build
RUN cd apps/cli && npx -y pnpm@12.21.0 pack --out /packed/tqrs.tgz

FROM node:24-slim AS install
WORKDIR /app
COPY --from=build /packed/tqrs.tgz /packed/tqrs.tgz
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund /packed/tqrs.tgz

FROM node:24-slim
ENV NODE_ENV=production PATH=/app/node_modules/.bin:$PATH
COPY --from=install /app /app
COPY --chmod=755 deploy/docker/start.sh /app/start.sh
RUN install -d -o node -g node -m 700 /data
USER node
WORKDIR /data
VOLUME /data
EXPOSE 8501
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:8501/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/app/start.sh"]
