"""Plans as FHIR R4B: a Bundle for each client. Each module makes one kind of resource, as plain JSON values."""
