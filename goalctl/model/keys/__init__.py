"""What each key of each kind of file is for, a module for each part of the model; nothing of it is read at start-up."""
