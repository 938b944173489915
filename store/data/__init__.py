"""Everything the service keeps, and the only place with SQL: `Database` runs jobs, `schema` names tables."""
