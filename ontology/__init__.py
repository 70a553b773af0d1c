"""What people edit, as values. Nothing in here knows RDF."""
