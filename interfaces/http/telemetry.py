"""OpenTelemetry, when the standard variables name a place to send traces to."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI

if TYPE_CHECKING:
    from opentelemetry.trace import Span

_CONFIGURED = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
UNTRACED = "health/.*,metrics,sign-in/.*,calendars/.*"
"""Addresses that monitors ask all the time, or that hold a secret."""


def instrument(app: FastAPI) -> None:
    """Trace every request and send the spans by OTLP over HTTP; nothing, and no import, without configuration."""
    if not any(os.environ.get(name) for name in _CONFIGURED):
        return
    from opentelemetry import trace  # noqa: PLC0415
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
    from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor  # noqa: PLC0415
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    provider = TracerProvider(resource=Resource.create({"service.name": "zielsteuerung"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    FastAPIInstrumentor.instrument_app(
        app, tracer_provider=provider, excluded_urls=UNTRACED, server_request_hook=_without_query
    )


def _without_query(span: "Span", _scope: Mapping[str, Any]) -> None:
    """Take out of a span what is asked for behind the question mark: names, codes of the provider."""
    for name, value in dict(getattr(span, "attributes", {})).items():
        if name == "url.query":
            span.set_attribute(name, "")
        elif isinstance(value, str) and name in {"http.url", "http.target", "url.full"}:
            span.set_attribute(name, value.partition("?")[0])
