"""Who may do what: keys, codes, tokens, signatures, passwords, roles. No SQL, no HTTP."""
