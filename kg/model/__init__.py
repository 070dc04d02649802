"""What travels between the stages: frozen values that import nothing else of kg."""
