"""Which claims say the same, and which disagree: suggestions with the difference, never a verdict.

A claim is read (``meaning``: names, people, amounts, effects, denials), two readings are judged (``judging``), and
``finding`` picks which two are worth it. Pure rules; who asks keeps the suggestions and what a person made of them.
"""
