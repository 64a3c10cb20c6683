"""Text -> blocks: title, heading, paragraph, list item, table, reference, boilerplate. Pure rules on ``str``.

The rows of the text are walked once (``walk``). What a row is follows from its marks, its look, its neighbours
(``standing``) and what the walk remembers (``state``). No word is ever dropped: every row becomes exactly one block.
"""
