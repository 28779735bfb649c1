"""One text file: read, locate, edit, save. The only file I/O, and the only place that knows YAML."""
