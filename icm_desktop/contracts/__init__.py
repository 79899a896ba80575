"""What crosses between the window and a worker: frozen requests and rows."""
