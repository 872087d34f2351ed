#!/bin/sh
# The service's login, a member of the role that set-up gives its rights to.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --set password="$SERVICE_PASSWORD" <<'SQL'
CREATE ROLE zielsteuerung_service NOLOGIN;
CREATE ROLE zielsteuerung_login LOGIN PASSWORD :'password' IN ROLE zielsteuerung_service;
SQL
