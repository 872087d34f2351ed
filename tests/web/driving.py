"""Filling in a form in a browser as the request says: fields by their names, rows by their buttons."""

from typing import Any

from playwright.sync_api import Locator, Page

from interfaces.web.forms.typed import flat

GIVEN = ("verdict_id", "reference")
"""Fields that name a row which the form lists already."""


def fill(page: Page, typed: dict[str, Any]) -> None:
    """Type everything in, in the order of the request."""
    for name, value in typed.items():
        if isinstance(value, list) and any(isinstance(row, dict) for row in value):
            _rows(page, name, value)
        elif isinstance(value, dict):
            fill(page, {f"{name}.{inner}": one for inner, one in value.items()})
        else:
            _values(page, name, value)


def fill_sections(page: Page, whole: str, typed: dict[str, Any]) -> None:
    """Type terms in, section by section."""
    for name, value in typed.items():
        path = f"{whole}.{name}"
        if page.locator(f'button[name=oeffnen][value="{path}"]').count() == 0:
            _values(page, path, value)
        elif value:
            _open(page, path)
            if isinstance(value, dict):
                fill(page, {path: value})
            else:
                _section_rows(page, path, value)


def _section_rows(page: Page, path: str, rows: list[dict[str, Any]]) -> None:
    for number, row in enumerate(rows):
        page.locator(f'button[name=mehr][value="{path}"]').click()
        _wait(page, f"{path}.{number}")
        fill(page, {f"{path}.{number}": row})


def _rows(page: Page, path: str, rows: list[dict[str, Any]]) -> None:
    for number, row in enumerate(rows):
        place = _given(page, path, row)
        if place is None:
            place = f"{path}.{number}"
            if page.locator(f'[name^="{place}."]').count() == 0:
                page.locator(f'button[name=mehr][value="{path}"]').click()
                _wait(page, place)
        fill(page, {f"{place}.{name}": value for name, value in row.items() if name not in GIVEN})


def _given(page: Page, path: str, row: dict[str, Any]) -> str | None:
    """The row of a list to work through that is about the same."""
    for name in (name for name in GIVEN if name in row):
        field = page.locator(f'input[type=hidden][name^="{path}."][name$=".{name}"][value="{row[name]}"]')
        return str(field.first.get_attribute("name")).rpartition(".")[0] if field.count() else None
    return None


def _open(page: Page, path: str) -> None:
    page.locator(f'button[name=oeffnen][value="{path}"]').first.click()
    page.locator(f'button[name=oeffnen][value="{path}"]').first.wait_for(state="detached")


def _wait(page: Page, place: str) -> None:
    page.locator(f'[name^="{place}."]').first.wait_for(state="attached")


def _values(page: Page, name: str, value: Any) -> None:
    texts = [text for _, text in flat({name: value})] if isinstance(value, list) else [str(value)]
    if not any(texts):
        return
    field = page.locator(f'[name="{name}"]')
    kind = str(field.first.get_attribute("type") or "")
    if kind in {"radio", "checkbox"}:
        for text in texts:
            page.locator(f'[name="{name}"][value="{text}"]').check()
    elif kind != "hidden":
        _type(page, field.first, "\n".join(texts))


def _type(page: Page, field: Locator, text: str) -> None:
    if not field.is_visible():
        page.locator("details.more:not([open]) > summary").first.click()
    if field.evaluate("field => field.tagName") == "SELECT":
        field.select_option(text)
    else:
        field.fill(text)
