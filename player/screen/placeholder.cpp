namespace screen {}
