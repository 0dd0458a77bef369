FROM python:3.11-slim

# pg_dump and pg_restore, for `backup` and `restore` on PostgreSQL
RUN apt-get update \
 && apt-get install -y --no-install-recommends postgresql-client \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE config.toml ./
COPY bot bot
COPY briefings briefings
COPY seeds seeds
RUN pip install --no-cache-dir -c constraints.txt -e . \
 && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin tumen \
 && install -d -o tumen -g tumen -m 0700 /data

USER tumen
WORKDIR /data
VOLUME /data
ENV DATABASE_URL=sqlite:////data/tumen.sqlite3 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
# threads share two arenas of memory, instead of keeping what is free in eight for each core
ENV MALLOC_ARENA_MAX=2
# what Matplotlib keeps about fonts; /tmp can be written even where the rest is read-only
ENV MPLCONFIGDIR=/tmp/matplotlib

# ready: connected, archive reachable, looking what is due
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8790/health', timeout=4)"]

# SIGTERM lets deliveries under way end; they have 20 s
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "bot", "--config", "/app/config.toml"]
CMD ["run"]
