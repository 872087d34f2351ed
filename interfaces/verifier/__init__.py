"""The verifier that auditors run on their own machine; `verify.py` is handed out as it stands."""
