"""Graph to self-contained HTML files to send to a colleague: networks, timelines, matrices, a whole report."""
