"""What can be done with any SKOS graph."""
