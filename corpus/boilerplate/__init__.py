"""Lines that stand around an article and say nothing about health: bylines, dates, shares, subscriptions, notices.

``lines`` asks the others in turn: whole phrases of a site, how a line begins, what stands inside it, who wrote a post
and when, names of people. ``data`` knows labels with their values.
"""
