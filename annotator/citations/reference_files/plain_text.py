"""What a field says, as plain text: without markup, control characters and the blanks of line breaks."""

from __future__ import annotations

import re
import unicodedata

_INLINE = r"i|b|u|em|strong|sub|sup|sc|scp|span|italic|bold|inf|small|a|nobr|tt|jats:[\w-]+|mml:[\w-]+"
_BLOCK = r"p|br|div|sec|title|li|ul|ol|jats:(?:p|sec|title|list|list-item)|h[1-6]"
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")


def plain(text: str) -> str:
    """``text`` in NFC, on one line with single blanks, without the tags that bibliographies mark words with.

    A sign ``<`` that begins no such tag stays: ``p < 0.05``. What is plain already comes back as it is.
    """
    if text.isascii() and "<" not in text and text.isprintable():  # as most are
        return text.strip(" ") if "  " not in text else " ".join(text.split())
    while (after := _once(text)) != text:
        text = after
    return text


def _once(text: str) -> str:
    text = _INLINE_TAG.sub("", _BLOCK_TAG.sub(" ", _UNSEEN.sub("", text)))
    return " ".join(unicodedata.normalize("NFC", text).split())
