# The image takes the same steps as `make setup`, from the same script.
FROM python:3.11-slim-bookworm AS base
WORKDIR /srv/portal
COPY .ci/setup.sh .ci/setup.sh
RUN .ci/setup.sh packages run && rm -rf /var/lib/apt/lists/*

FROM base AS build
COPY requirements.txt ./
RUN .ci/setup.sh venv run
COPY . .
RUN .ci/setup.sh messages
# Static files get their hashed names now; the values below reach nothing but this line.
RUN DJANGO_SETTINGS_MODULE=reform_portal.settings.prod SECRET_KEY=build ALLOWED_HOSTS=build \
    DATABASE_URL=postgresql://build/build REDIS_URL=redis://build \
    .venv/bin/python manage.py collectstatic --noinput

FROM base
RUN useradd --system --uid 10001 --home-dir /srv/portal --shell /usr/sbin/nologin portal
COPY --from=build /srv/portal /srv/portal
RUN mkdir -p var/files && chown -R portal var
ENV PATH=/srv/portal/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=reform_portal.settings.prod
USER portal
EXPOSE 8000
CMD ["gunicorn", "reform_portal.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--access-logfile", "-"]
