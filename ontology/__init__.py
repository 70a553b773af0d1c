"""From documents to the vocabulary. Nothing in here knows RDF."""
