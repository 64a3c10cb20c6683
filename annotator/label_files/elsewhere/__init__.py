"""Labelled data of other projects: read into claims, votes and evidence, by format or by columns that a person names.

``readers`` names the formats and reads a file, ``drafting`` makes articles of what was read. No database here.
"""
