"""The back office: what people see and do in a browser, and the same as an API."""
