"""Asking Crossref and PubMed what a source is, politely and within limits, for a desk that has a contact address."""
