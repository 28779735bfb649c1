"""What is remembered of every plan, so that an unchanged one is not read again; all of it can be made anew."""
