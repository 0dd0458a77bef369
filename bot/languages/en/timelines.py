"""What /timeline answers."""

MESSAGES = {
    "button.days.earlier": "Earlier days",
    "button.days.later": "Later days",
    "timeline.heading": "### Timeline",
    "timeline.none": "### No dated event found\n"
    "Only sentences that say on which day something happened, or was said, stand in a timeline.",
    "timeline.since": "since {day}",
    "timeline.until": "until {day}",
    "timeline.wording": "“{raw}” = {edtf} ({precision})",
    "timeline.read": "= {edtf} ({precision})",
    "timeline.anchor": "counted from {day}",
    "timeline.differs": "another day for the same",
    "timeline.told.one": "told {number} time",
    "timeline.told.many": "told {number} times",
    "timeline.left_out.one": "{number} document that tells of these days is left "
    "out: undated, reworded or retracted.",
    "timeline.left_out.many": "{number} documents that tell of these days are left "
    "out: undated, reworded or retracted.",
    "timeline.earlier": "There is more up to {day}.",
    "timeline.later": "There is more from {day} on.",
    "precision.minute": "minute",
    "precision.day": "day",
    "precision.month": "month",
    "precision.season": "season",
    "precision.year": "year",
    "precision.decade": "decade",
    "precision.century": "century",
}
