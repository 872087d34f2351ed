"""Draft, sign and read by a client made from the description, as a ministry's own system would.

openapi-python-client generate --url https://zielsteuerung.example.org/api/v1/openapi.json --meta none \
    --output-path zielsteuerung_client
python consumer.py https://zielsteuerung.example.org TOKEN 2026.4.03.03358.1
"""

import json
import sys

from zielsteuerung_client import AuthenticatedClient
from zielsteuerung_client.api.agreements import draft_agreement, read_agreement, read_next_draft
from zielsteuerung_client.models import DraftAgreementInput


def main(base: str, token: str, agreement: str) -> None:
    """Take the agreement's terms into the next year and put them up for signature."""
    with AuthenticatedClient(base_url=base, token=token, timeout=60) as client:
        earlier = read_agreement.sync_detailed(agreement, client=client).parsed
        print(f"{earlier.title}: {earlier.status_label}")
        draft = read_next_draft.sync_detailed(agreement, client=client, year=earlier.year + 1).parsed
        print(f"{len(draft.undecided)} terms to decide anew, first {draft.undecided[0].about}")
        body = DraftAgreementInput.from_dict(draft.request.to_dict())
        made = draft_agreement.sync_detailed(client=client, body=body, idempotency_key=f"draft-{earlier.year + 1}")
        if made.status_code != 201:
            problem = json.loads(made.content)
            raise SystemExit(f"{problem['code']}: {problem['detail']}")
        print(f"{made.parsed.title}: {made.parsed.agreement_id}, version {made.parsed.version}")


if __name__ == "__main__":
    main(*sys.argv[1:])
