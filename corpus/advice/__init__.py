"""Which sentences tell a reader what to do, and which of them name a dose, a drug or a risky act.

Three ways to give advice: an order ("Talk to ...": ``orders``, and among the items of a list ``items``), an obligation
("patients should ...", "it is best to ...": ``obligations``), and sending someone to a professional ("your doctor can
help": ``professionals``). Each has its patterns, and the exceptions beside them; they are in small letters and tried on
a sentence without its capitals. ``sentences`` joins the three.
"""
