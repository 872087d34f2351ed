"""What requests are called in addresses and operations."""

import re

from domain.record import Request

_WORD = re.compile(r"(?<!^)(?=[A-Z])")


def operation_of(request: type[Request]) -> str:
    """SignAgreement becomes sign_agreement."""
    return _WORD.sub("_", request.__name__).lower()


def path_of(request: type[Request]) -> str:
    """SignAgreement becomes sign-agreement."""
    return operation_of(request).replace("_", "-")
