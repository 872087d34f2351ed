"""The operator's settings of sign-in, from the environment."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from application.acting.malformed import field_problems
from interfaces.http.identity.answers import Misconfigured
from interfaces.http.identity.loopback import safe_address

_PREFIX = "ZIELSTEUERUNG_"

Algorithm = Literal["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519", "EdDSA"]
Address = Annotated[str, AfterValidator(safe_address)]


def _words(value: object) -> object:
    return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value


Algorithms = Annotated[tuple[Algorithm, ...], NoDecode, BeforeValidator(_words), Field(min_length=1)]


class IdentitySettings(BaseSettings):
    """Environment variables, each with the prefix ZIELSTEUERUNG_; without an issuer only this machine gets in."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, frozen=True, validate_default=True)

    oidc_issuer: Address | None = None
    """The provider's issuer, exactly as its tokens name it."""
    oidc_audience: str | None = None
    """The provider's name for this service (client or resource id); tokens for others are refused."""
    oidc_jwks_url: Address | None = None
    """Where the provider's keys are; without it the provider's discovery document says where."""
    oidc_algorithms: Algorithms = ("RS256", "ES256", "PS256", "Ed25519", "EdDSA")
    """Accepted signatures, separated by commas; asymmetric ones only."""
    oidc_clock_skew: int = Field(default=60, ge=0, le=300)
    """Seconds by which the clocks may differ."""
    oidc_key_lifetime: int = Field(default=3600, ge=60, le=86_400)
    """Seconds after which the provider is asked for its keys again."""
    oidc_key_grace: int = Field(default=14_400, ge=0, le=86_400)
    """Seconds for which older keys still serve while the provider cannot be reached."""
    oidc_client_id: str | None = None
    """As which client browsers are signed in; without it, as the audience."""
    oidc_client_secret: SecretStr | None = None
    """The client's secret; a public client has none, the flow rests on PKCE then."""
    oidc_scope: str = "openid"
    """What the provider is asked for when a browser signs in."""
    public_url: Address | None = None
    """Where people reach this service, for the way back from the provider; without it, as the request names it."""
    actors_file: Path | None = None
    """TOML: which claims make whom."""
    security_log: Path | None = None
    """File of the security log; without it, standard error."""

    @field_validator("oidc_audience", "actors_file")
    @classmethod
    def _with_issuer(cls, value: object, info: ValidationInfo) -> object:
        if info.data.get("oidc_issuer") and not value:
            raise ValueError(f"gehört zu {_PREFIX}OIDC_ISSUER")
        return value

    @field_validator("oidc_audience", "oidc_jwks_url", "oidc_client_id", "oidc_client_secret")
    @classmethod
    def _only_with_issuer(cls, value: object, info: ValidationInfo) -> object:
        if value and info.data.get("oidc_issuer", "unreadable") is None:
            raise ValueError(f"gilt nur zusammen mit {_PREFIX}OIDC_ISSUER")
        return value


def identity_settings() -> IdentitySettings:
    """The settings in force; raises Misconfigured with one German sentence per wrong variable."""
    try:
        return IdentitySettings()
    except ValidationError as error:
        raise Misconfigured(f"{_PREFIX}{field.upper()} {says}." for field, says in field_problems(error)) from None
