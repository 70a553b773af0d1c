"""The concept map: concepts → places → one HTML page."""
