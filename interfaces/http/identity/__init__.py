"""Who gets in: access tokens, where their keys come from, and which actor stands behind a token."""
