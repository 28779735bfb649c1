"""What changed and when: trail, differences, earlier days, digests and signatures."""
