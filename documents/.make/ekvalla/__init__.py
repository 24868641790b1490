"""Makes the documents of Ekvalla kommun, a made-up municipality, from one facts file."""
