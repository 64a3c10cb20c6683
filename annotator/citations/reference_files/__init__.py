"""Files of references as PubMed, Zotero, EndNote, Embase and Ovid write them: RIS, NBIB, BibTeX, CSL-JSON."""
