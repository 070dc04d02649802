"""Drafts for a person to correct, a profile out of documents and themes out of a graph, and checks of profiles."""
