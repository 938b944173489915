"""Members and staff: who they are, what they agreed to, how they are recognised and forgotten."""
