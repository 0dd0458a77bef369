"""What /ask, /article, /quotes, /document and /about answer, in Korean."""

MESSAGES = {
    "button.previous": "◀ 이전",
    "button.next": "다음 ▶",
    "button.page": "{page}/{pages}",
    "button.post": "여기에 게시",
    "button.quotes": "인용문",
    "button.archive": "보관본 보기",
    "button.open": "열기",
    "button.open_article": "요약과 인용문",
    "button.try": "이렇게 묻기",
    "ask.heading": "### “{question}”에 대한 답",
    "ask.filter.edge": "{edge}만",
    "ask.filter.since": "{day} 이후만",
    "ask.digest.many": "**같은 소식을 전한 매체 {number}곳의 내용을 모음**",
    "ask.passage": "**해당 대목**",
    "ask.none": "### “{question}”에 답하는 문서가 없습니다\n"
    "봇은 저장된 문서의 말로만 답하므로 지어내지 않습니다.",
    "ask.did_you_mean": "혹시 **{question}** 인가요?",
    "ask.nearest": "**가까운 제목**",
    "ask.advice": "-# 다른 낱말을 쓰거나 조건을 빼 보세요. `/article`은 제목으로 문서를 찾습니다.",
    "article.summary": "**요약**, 문서의 말 그대로",
    "article.summary.none": "-# 따로 떼어 요약으로 실을 수 있는 문장이 없습니다.",
    "article.quotes": "**주요 인용문**",
    "article.quotes.none": "-# 문서에 발언자가 나오는 인용문이 없습니다.",
    "article.reworded": "글쓴이의 말이 아니므로 본문을 보여 주지 않습니다.",
    "article.origin": "-# 문서 {document}, 버전 {version}; 들어온 때 {first_seen}.",
    "article.too_long": "-# 이 발췌문은 {number}자로 한 메시지에 담을 수 없습니다. 자르지 않으니 "
    "출처나 보관본에서 여세요.",
    "quotes.heading": "### 인용문",
    "quotes.of": "### {speaker}의 인용문",
    "quotes.about": "“{about}”에 관해",
    "quotes.in": "### “{title}”의 인용문",
    "quotes.none": "### 인용문을 찾지 못했습니다\n"
    "같은 문서가 발언자를 밝힌, 따옴표 안의 말만 인용문으로 칩니다.",
    "quotes.nearest": "보관된 발언자: {speakers}",
    "quotes.reworded": "기계가 낱말을 바꾼 글이므로 아무것도 인용하지 않습니다.",
    "archive.heading": "### 보관본: “{title}”",
    "archive.extract": "**발췌문**",
    "archive.around": "**앞뒤 글**",
    "post.by": "-# <@{user}> 님이 {command}로 게시",
    "about.heading": "### 이 데스크에 대하여",
    "about.what": "**북한–러시아–한국** 브리핑 데스크입니다. 게시하는 모든 줄은 저장된 "
    "문서에서 그대로 "
    "따온 것이며 날짜, 출처, 링크가 붙고 인용문에는 발언자가 붙습니다. 세상에 대한 문장을 "
    "스스로 쓰지 "
    "않습니다.",
    "about.ask": "`/ask`는 답이 되는 대목을, `/article`은 문서를, `/quotes`는 누가 무엇을 "
    "말했는지를 "
    "보여 줍니다",
    "about.briefings": "`/briefing subscribe`는 채널에 매일 브리핑을 보내고, `/briefing "
    "preview`는 "
    "본인에게만 보여 줍니다",
    "about.documents": "`/document add`는 파일이나 붙여넣은 글을 받고, `/desk`는 권한과 "
    "알림을 정합니다",
    "about.rules": "하지 않는 일: 기계가 바꾼 글을 인용하기, 날짜 없는 문서를 뉴스로 "
    "내보내기, 의견을 "
    "사실이라 하기, 발췌문을 자르기, 출처가 다른 점을 판정하기.",
    "about.counts": "이 데스크가 볼 수 있는 것: {documents}, {subscriptions}.",
    "about.documents_count.many": "문서 {number}건",
    "about.subscriptions_count.many": "구독 {number}건",
    "welcome": "**브리핑 데스크를 초대해 주셔서 고맙습니다.**\n"
    "1. `/briefing subscribe`: 채널에 매일 북한–러시아–한국 브리핑을 보냅니다.\n"
    "2. `/document add`: 자체 문서를 넣습니다. 이 서버 밖에서는 아무도 보지 못합니다.\n"
    "3. `/desk rights grant`: 관리자 아닌 사람에게도 권한을 줍니다. `/ask`는 누구나 쓸 수 "
    "있습니다.\n"
    "`/about`에 이 데스크가 하는 일과 하지 않는 일이 있습니다.",
    "document.added": "### 추가함: “{title}”",
    "document.shown": "### “{title}”에 대해 아는 것",
    "document.number": "문서 {document}, 버전 {version}",
    "document.source": "출처: **{source}**",
    "document.date": "날짜: **{day}**",
    "document.date.none": "날짜: **찾지 못함.** 날짜가 없으면 뉴스로 다루지 않습니다. "
    "발행일을 알면 *바로잡기*로 적어 주세요.",
    "document.language": "언어: **{language}**, 종류: **{kind}**",
    "document.edges": "관계: {edges}",
    "document.found": "찾은 것: {sentences}, {quotes}, {statements}",
    "document.sentences.many": "문장 {number}개",
    "document.quotes.many": "인용문 {number}개",
    "document.statements.many": "간접 인용 {number}개",
    "document.repaired": "고친 것: {repairs}",
    "document.near": "문서 {document}와 거의 같은 글입니다. 브리핑에서는 하나로 합칩니다.",
    "repair.closed-json": "끊긴 JSON을 닫음",
    "repair.json": "잘못된 JSON",
    "repair.raw-newline": "JSON 글 속의 줄바꿈",
    "repair.encoding": "문자 인코딩을 {detail}(으)로 판단함",
    "repair.html": "깨진 HTML",
    "repair.stray-tags": "짝 없는 HTML 태그",
    "repair.glued-words": "붙어 버린 낱말",
    "repair.repeats": "두 번 나온 대목",
    "repair.furniture": "기사가 아닌 부분",
    "repair.unwrapped": "끊긴 줄을 이음",
    "repair.running-heads": "머리글과 쪽 번호",
    "repair.pages-left-out": "한도를 넘는 {detail}쪽 제외",
    "repair.unread-pages": "읽지 못한 쪽 {detail}개",
    "repair.attachments-ignored": "첨부 파일 {detail}개 제외",
    "repair.cut-xml": "중간에 끊긴 Word 파일",
    "document.removed": "“{title}” 문서를 뺐습니다. `/document restore`로 되돌립니다.",
    "document.restored": "“{title}” 문서를 되돌렸습니다.",
    "document.list": "### 문서",
    "document.list.removed": "### 뺀 문서",
    "document.list.none": "아직 문서가 없습니다. `/document add`로 넣으세요.",
    "document.list.none_removed": "뺀 문서가 없습니다.",
    "document.row": "**{title}**\n-# {number} · {source} · {day} · {kind}{marks}{shelf}",
    "document.common": " · 공용 서가",
    "document.form": "문서 추가",
    "document.form.text": "본문",
    "document.form.text.hint": "발행된 그대로의 전체 글",
    "document.form.title": "제목",
    "document.form.title.hint": "비워 두면 본문에서 가져옵니다",
    "document.form.source": "출처",
    "document.form.source.hint": "한겨레 같은 매체 이름",
    "document.form.date": "발행일",
    "document.form.date.hint": "2024-06-19, 모르면 비워 두세요",
    "choice.document": "{title} — {day}, {source}",
}
