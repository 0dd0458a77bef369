"""What /ask, /article, /quotes, /document and /about answer, in Russian."""

MESSAGES = {
    "button.previous": "◀ Назад",
    "button.next": "Далее ▶",
    "button.page": "{page} из {pages}",
    "button.post": "Опубликовать здесь",
    "button.quotes": "Цитаты",
    "button.archive": "Показать в архиве",
    "button.open": "Открыть",
    "button.open_article": "Выдержки и цитаты",
    "button.try": "Спросить так",
    "ask.heading": "### Ответ на «{question}»",
    "ask.filter.edge": "только {edge}",
    "ask.filter.since": "только с {day}",
    "ask.passage": "**Отрывок**",
    "ask.none": "### В архиве нет ответа на «{question}»\n"
    "Бот отвечает только словами сохранённых документов, поэтому ничего не выдумывает.",
    "ask.did_you_mean": "Возможно, вы имели в виду **{question}**?",
    "ask.nearest": "**Ближайшие заголовки**",
    "ask.advice": "-# Попробуйте другие слова или уберите фильтр. `/article` находит документ по "
    "заголовку.",
    "article.summary": "**Главное**, словами самого документа",
    "article.summary.none": "-# Ни одно предложение не понятно само по себе.",
    "article.quotes": "**Ключевые цитаты**",
    "article.quotes.none": "-# Нет цитат, чей автор назван в документе.",
    "article.reworded": "Слова не показаны: они не принадлежат автору.",
    "article.origin": "-# Документ {document}, версия {version}; поступил {first_seen}.",
    "article.too_long": "-# В этой выдержке {number} знаков, больше, чем вмещает сообщение. "
    "Она не "
    "обрезается: откройте её у источника или в архиве.",
    "quotes.heading": "### Цитаты",
    "quotes.of": "### Цитаты: {speaker}",
    "quotes.about": "о «{about}»",
    "quotes.in": "### Цитаты в «{title}»",
    "quotes.none": "### Цитат не найдено\n"
    "Цитатой считаются лишь слова в кавычках, чей автор назван в том же документе.",
    "quotes.nearest": "Говорящие в архиве: {speakers}",
    "quotes.reworded": "Этот текст переписан машиной, поэтому из него ничего не цитируется.",
    "archive.heading": "### В архиве: «{title}»",
    "archive.extract": "**Выдержка**",
    "archive.around": "**Текст вокруг неё**",
    "post.by": "-# Опубликовал <@{user}> командой {command}",
    "about.heading": "### Об этом боте",
    "about.what": "Сводки о **КНДР–России–РК**. Каждая строка — дословная выдержка из "
    "сохранённого "
    "документа с датой, источником и ссылкой, а у цитаты и с именем говорящего. Своих суждений о "
    "мире бот не пишет.",
    "about.ask": "`/ask` отвечает отрывками · `/article` показывает документ · `/quotes` "
    "находит, "
    "кто что сказал",
    "about.briefings": "`/briefing subscribe` даёт каналу ежедневную сводку · `/briefing "
    "preview` "
    "показывает её только вам",
    "about.documents": "`/document add` принимает файл или вставленный текст · `/desk` "
    "задаёт права "
    "и уведомления",
    "about.rules": "Чего бот не делает: не цитирует переписанное машиной, не выдаёт документ без "
    "даты за новость, не называет мнение фактом, не обрезает выдержки, не решает, какой из "
    "источников прав.",
    "about.counts": "Здесь доступно: {documents}, {subscriptions}.",
    "about.documents_count.one": "{number} документ",
    "about.documents_count.few": "{number} документа",
    "about.documents_count.many": "{number} документов",
    "about.subscriptions_count.one": "{number} подписка",
    "about.subscriptions_count.few": "{number} подписки",
    "about.subscriptions_count.many": "{number} подписок",
    "welcome": "**Спасибо за приглашение.**\n"
    "1. `/briefing subscribe` даёт каналу ежедневную сводку о КНДР–России–РК.\n"
    "2. `/document add` принимает ваши документы; вне этого сервера их никто не увидит.\n"
    "3. `/desk rights grant` даёт права не только управляющим; `/ask` доступна всем.\n"
    "`/about` расскажет, что бот делает и чего не делает.",
    "document.added": "### Добавлено: «{title}»",
    "document.shown": "### Что известно о «{title}»",
    "document.number": "Документ {document}, версия {version}",
    "document.source": "Источник: **{source}**",
    "document.date": "Дата: **{day}**",
    "document.date.none": "Дата: **не найдена.** Без даты документ не считается новостью; "
    "дату можно указать кнопкой *Исправить*.",
    "document.language": "Язык: **{language}**, вид: **{kind}**",
    "document.edges": "Отношения: {edges}",
    "document.found": "Найдено: {sentences}, {quotes}, {statements}",
    "document.sentences.one": "{number} предложение",
    "document.sentences.few": "{number} предложения",
    "document.sentences.many": "{number} предложений",
    "document.quotes.one": "{number} цитата",
    "document.quotes.few": "{number} цитаты",
    "document.quotes.many": "{number} цитат",
    "document.statements.one": "{number} пересказанное высказывание",
    "document.statements.few": "{number} пересказанных высказывания",
    "document.statements.many": "{number} пересказанных высказываний",
    "document.repaired": "Исправлено: {repairs}",
    "document.near": "Почти те же слова, что в документе {document}; в сводке они объединяются.",
    "repair.closed-json": "оборванный JSON закрыт",
    "repair.json": "неверный JSON",
    "repair.raw-newline": "переводы строк внутри JSON",
    "repair.encoding": "кодировка распознана как {detail}",
    "repair.html": "повреждённый HTML",
    "repair.stray-tags": "непарные теги HTML",
    "repair.glued-words": "слипшиеся слова",
    "repair.repeats": "повторённые места",
    "repair.furniture": "части страницы, не относящиеся к статье",
    "repair.unwrapped": "разорванные строки соединены",
    "repair.running-heads": "колонтитулы и номера страниц",
    "repair.pages-left-out": "страниц сверх предела: {detail}",
    "repair.unread-pages": "непрочитанных страниц: {detail}",
    "repair.attachments-ignored": "вложений пропущено: {detail}",
    "repair.cut-xml": "файл Word обрывается",
    "document.removed": "«{title}» убран. Вернуть: `/document restore`.",
    "document.restored": "«{title}» возвращён.",
    "document.list": "### Документы",
    "document.list.removed": "### Убранные документы",
    "document.list.none": "Здесь пока нет документов. Добавить: `/document add`.",
    "document.list.none_removed": "Убранных документов нет.",
    "document.row": "**{title}**\n-# {number} · {source} · {day} · {kind}{marks}{shelf}",
    "document.common": " · общая полка",
    "document.form": "Добавить документ",
    "document.form.text": "Текст",
    "document.form.text.hint": "Весь текст, как он был опубликован",
    "document.form.title": "Заголовок",
    "document.form.title.hint": "Если пусто, берётся из текста",
    "document.form.source": "Источник",
    "document.form.source.hint": "Издание, например ТАСС",
    "document.form.date": "Дата публикации",
    "document.form.date.hint": "2024-06-19 или пусто, если неизвестна",
    "choice.document": "{title} — {day}, {source}",
}
