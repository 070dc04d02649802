"""The manual, and what makes its reference."""
