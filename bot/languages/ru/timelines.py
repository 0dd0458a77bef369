"""What /timeline answers."""

MESSAGES = {
    "button.days.earlier": "Раньше",
    "button.days.later": "Позже",
    "timeline.heading": "### Хронология",
    "timeline.none": "### Датированных событий не найдено\n"
    "В хронологию попадают только предложения, где сказано, в какой день что-то "
    "произошло или было сказано.",
    "timeline.since": "с {day}",
    "timeline.until": "по {day}",
    "timeline.wording": "«{raw}» = {edtf} (точность: {precision})",
    "timeline.read": "= {edtf} (точность: {precision})",
    "timeline.anchor": "отсчёт от {day}",
    "timeline.differs": "о том же — другой день",
    "timeline.told.one": "сообщено {number} раз",
    "timeline.told.few": "сообщено {number} раза",
    "timeline.told.many": "сообщено {number} раз",
    "timeline.left_out.one": "Не вошёл {number} документ об этих днях: без даты, "
    "переписан или отозван.",
    "timeline.left_out.few": "Не вошли {number} документа об этих днях: без даты, "
    "переписаны или отозваны.",
    "timeline.left_out.many": "Не вошли {number} документов об этих днях: без даты, "
    "переписаны или отозваны.",
    "timeline.earlier": "Есть ещё: по {day}.",
    "timeline.later": "Есть ещё: с {day}.",
    "precision.minute": "минута",
    "precision.day": "день",
    "precision.month": "месяц",
    "precision.season": "время года",
    "precision.year": "год",
    "precision.decade": "десятилетие",
    "precision.century": "век",
}
