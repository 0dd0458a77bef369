"""What a subscription may ask for, in Russian."""

MESSAGES: dict[str, str] = {
    "length.short": "кратко: не больше 6 выдержек",
    "length.standard": "обычно: не больше 15 выдержек",
    "length.full": "полностью",
    "clear.role": "упоминание роли",
    "clear.quiet": "тихие часы",
    "clear.sources": "выбор источников",
    "briefing.changed": "### Сводка для <#{channel}> изменена",
    "briefing.look_back": "за последние {hours} ч",
    "briefing.sources": "только {sources}",
    "briefing.quiet": "тихие часы {begins}–{ends}",
    "briefing.role": "упоминает <@&{role}>",
    "briefing.no_chart": "без диаграммы",
    "briefing.paused": "Сводка для <#{channel}> приостановлена. Настройки сохранены; "
    "продолжить: `/briefing resume`.",
    "briefing.resumed": "Сводка для <#{channel}> снова выходит.",
    "briefing.skipped": "Сводка для <#{channel}>, назначенная на {instant}, пропускается.",
    "briefing.skipped.none": "Для <#{channel}> нечего пропускать: сводка приостановлена "
    "или не задан ни один день.",
    "state.paused.by": "приостановлена по просьбе <@{who}>",
    "state.closed": "ждёт канал: {reason}",
    "notice.again": "Сводка для <#{channel}> снова доходит.",
    "notice.reason.asked": "она приостановлена. Продолжить: `/briefing resume`.",
    "error.no-subscription": "**Ни один канал этого сервера пока не получает сводку.** "
    "Начать: `/briefing subscribe`.",
    "error.several-subscriptions": "**На этом сервере несколько сводок.** Выберите одну в "
    "поле `subscription` из списка, который появляется при вводе.",
    "error.nothing-to-change": "**Ничего не изменено**: параметр не указан или уже задан "
    "так. Укажите хотя бы один параметр кроме `subscription`.",
    "error.zone-meant": "**«{given}» само по себе не часовой пояс**: это название общее "
    "для нескольких мест или не знает летнего времени. Имеется в виду **{zone}**? "
    "Названия появляются при вводе.",
    "error.already-subscribed.paused": "**У <#{channel}> уже есть точно такая сводка, и "
    "она приостановлена** (подписка {subscription}). Продолжить: `/briefing resume`.",
    "name.quiet": "тихие часы",
    "name.sources": "источник",
    "name.role": "роль для упоминания",
    "wanted.quiet": "два времени суток, например 23:00-07:00, между которыми остаётся больше часа",
    "wanted.sources": "название источника из архива, несколько через запятую; названия "
    "появляются при вводе",
    "wanted.role": "роль, кроме @everyone",
    "permission.mention_everyone": "Упоминание @everyone, @here и всех ролей",
    "command.briefing.edit.name": "изменить",
    "command.briefing.edit": "Изменить подписку",
    "command.briefing.pause.name": "приостановить",
    "command.briefing.pause": "Приостановить подписку, сохранив настройки",
    "command.briefing.resume.name": "продолжить",
    "command.briefing.resume": "Продолжить приостановленную подписку",
    "command.briefing.skip.name": "пропустить",
    "command.briefing.skip": "Пропустить следующую сводку подписки",
    "command.briefing.option.subscription": "Какую; можно не указывать, если она одна",
    "command.briefing.option.channel": "Куда публиковать; иначе этот канал",
    "command.briefing.option.time": "Местное время, например 08:00",
    "command.briefing.option.zone": "Часовой пояс, например Europe/Moscow",
    "command.briefing.option.weekdays": "Например пн,ср,пт или пн-пт; иначе каждый день",
    "command.briefing.option.edges": "Иначе все три",
    "command.briefing.option.language": "На каком языке сводка говорит вокруг выдержек",
    "command.briefing.option.length": "Сколько публиковать",
    "command.briefing.option.sources": "Только эти источники, через запятую",
    "command.briefing.option.role": "Упоминается, когда есть новости; иначе никто",
    "command.briefing.option.quiet": "Местное время, когда ничего не публикуется, "
    "например 23:00-07:00",
    "command.briefing.option.look_back": "За сколько часов новости ещё новы",
    "command.briefing.option.chart": "Прилагать ли диаграмму",
    "command.briefing.option.clear": "Какую настройку снять",
}
