namespace lessons {}
