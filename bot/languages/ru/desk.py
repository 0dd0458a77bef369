"""What /briefing and /desk answer, in Russian."""

MESSAGES = {
    "briefing.subscribed": "### Канал <#{channel}> подписан",
    "briefing.subscribed.next": "Первая сводка: {instant}",
    "briefing.when": "{weekdays} в **{time}**, {zone}",
    "briefing.edges": "Отношения: {edges}",
    "briefing.number": "-# Подписка {subscription}. `/briefing preview` покажет, что было бы "
    "опубликовано сейчас; `/briefing unsubscribe` прекратит её.",
    "briefing.unsubscribed": "<#{channel}> больше не получает эту сводку.",
    "briefing.list": "### Подписки",
    "briefing.list.none": "Ни один канал пока не получает сводку. Начать: `/briefing subscribe`.",
    "briefing.row": "**<#{channel}>** · {when}\n"
    "-# {number} · {edges} · {state}{next}\n-# {options}",
    "briefing.row.next": " · следующая {instant}",
    "state.active": "действует",
    "state.paused": "приостановлена: {reason}",
    "state.disabled": "выключена: {reason}",
    "state.no-reason": "причина не записана",
    "briefing.preview": "-# Предпросмотр: видите только вы. Ничего не опубликовано и не "
    "считается "
    "показанным.",
    "briefing.preview.marker": "предпросмотр",
    "briefing.posted": "Опубликовано в <#{channel}>.",
    "briefing.later": "В <#{channel}> пока не опубликовано. Попытка будет повторена.",
    "briefing.not_posted": "В <#{channel}> ничего не опубликовано: {reason}",
    "choice.subscription": "#{channel}, {time} {zone}",
    "desk.notices.set": "Уведомления о сводках теперь приходят в <#{channel}>.",
    "desk.granted": "{who} теперь может: **{right}**.",
    "desk.granted.hidden": "-# `/briefing` и `/desk` видны только управляющим, пока в Настройках "
    "сервера › Интеграция их не откроют другим.",
    "desk.revoked": "{who} больше не может: **{right}**.",
    "desk.rights": "### Права",
    "desk.rights.row": "**{right}**: {who}",
    "desk.rights.everybody": "все",
    "desk.rights.managers": "только управляющие сервером",
    "desk.rights.note": "-# Кто управляет сервером, имеет все права.",
    "right.read": "спрашивать, читать статьи и цитаты",
    "right.post": "публиковать ответы в канале",
    "right.documents": "добавлять, убирать и возвращать документы",
    "right.briefings": "настраивать и публиковать сводки",
    "right.desk": "задавать права и канал уведомлений",
    "permission.view_channel": "Просматривать канал",
    "permission.send_messages": "Отправлять сообщения",
    "permission.send_messages_in_threads": "Отправлять сообщения в ветках",
    "permission.read_message_history": "Читать историю сообщений",
    "permission.attach_files": "Прикреплять файлы",
    "permission.embed_links": "Встраивать ссылки",
}
