"""The program's version, as datasets name it: who reads one later can tell which program wrote it."""

VERSION = "0.1.0"
