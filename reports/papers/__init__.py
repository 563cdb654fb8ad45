"""What an official paper says, as plain frozen data: no models, no files, no layout."""
