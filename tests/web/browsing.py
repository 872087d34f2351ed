"""What a person does with a page without scripts: read it, fill in its form, press a button."""

import html
import re
from collections.abc import Iterable
from typing import Any

import httpx

from domain.record import Request
from interfaces.http.access import path_of
from interfaces.web.forms.typed import flat, typed_from

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
Pairs = list[tuple[str, str]]


def hidden(page: str, action: str) -> Pairs:
    """The hidden fields of the form that goes to an address."""
    [form] = re.findall(rf'<form[^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', page, re.DOTALL)
    return [(name, html.unescape(value)) for name, value in _HIDDEN.findall(form)]


def posted(browser: httpx.Client, address: str, pairs: Iterable[tuple[str, str]]) -> httpx.Response:
    """The answer to a form with these fields, after its redirect."""
    fields: dict[str, Any] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return browser.post(address, data=fields)


def previewed(browser: httpx.Client, agreement_id: str, request: Request) -> httpx.Response:
    """The preview of an act whose form is filled in as the request says."""
    address = f"/vereinbarungen/{agreement_id}/handlungen/{path_of(type(request))}"
    form = browser.get(address)
    assert form.status_code == 200, form.text
    fields = [pair for pair in hidden(form.text, address) if pair[0] in {"csrf", "version"}]
    return posted(browser, address, [*fields, *flat(typed_from(type(request), request)), ("schritt", "pruefen")])


def recorded(browser: httpx.Client, agreement_id: str, request: Request) -> httpx.Response:
    """The page of the entry after an act went through its form and preview."""
    preview = previewed(browser, agreement_id, request)
    assert preview.status_code == 200, said(preview)
    address = f"/vereinbarungen/{agreement_id}/handlungen/{path_of(type(request))}"
    entry = posted(browser, address, [*hidden(preview.text, address), ("schritt", "festhalten")])
    assert entry.status_code == 200, said(entry)
    assert "/verlauf/" in entry.url.path, said(entry)
    return entry


def said(page: httpx.Response) -> str:
    """The words of a page, for messages of tests."""
    body = page.text.partition("<main")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())[:2000]
