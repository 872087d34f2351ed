"""The service over HTTP, for county and ministry systems, dashboards and auditors' tools."""
