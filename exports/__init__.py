"""Labelled claims out: datasets in the formats of the tools that analysts use."""
