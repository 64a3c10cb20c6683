"""Texts in, claims out. Has never heard of reviewers."""
