namespace media {}
