"""Speed and memory beside peers, and a generator of minutes whose truth is known."""
