"""What an auditor asks for first: each report a pure function over the lives of agreements, with typed rows."""
