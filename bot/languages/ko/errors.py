"""What failed, why, and what to do, in Korean."""

MESSAGES = {
    "error.unknown": "**문제가 생겼습니다. 봇 쪽 오류입니다.** 오류 번호: `{reference}`. 다시 "
    "해 보시고, 그래도 안 되면 이 번호를 봇 운영자에게 알려 주세요.",
    "error.line": "**Discord가 받아들이지 않아 실패했습니다.** 잠시 뒤 다시 해 보세요. "
    "그래도 안 되면 `{reference}` 번호를 봇 운영자에게 알려 주세요.",
    "error.just-posted": "방금 게시했습니다. 같은 것을 두 번 게시하지 않습니다.",
    "error.stale": "이전 버전의 버튼이거나 대상이 없어졌습니다. 명령을 다시 실행하세요.",
    "error.error": "**실패했습니다.** {text}",
    "error.archive": "**지금은 보관소를 읽거나 쓸 수 없습니다.** 바뀐 것은 없습니다. 몇 분 "
    "뒤 다시 해 "
    "보시고, 계속되면 봇 운영자에게 알려 주세요: `{reference}`.",
    "error.drifted-extract": "**저장된 발췌문이 문서와 맞지 않아 보여 주지 않습니다.** "
    "자세한 내용은 "
    "`{reference}` 기록에 있으니 봇 운영자에게 알려 주세요.",
    "error.duplicate-document": "**이미 있는 문서입니다**: “{title}”. 추가하지 않았습니다. "
    "`/document show`로 볼 수 있습니다.",
    "error.duplicate-document.removed": "**있다가 뺀 문서입니다**: “{title}”. 추가하지 "
    "않았습니다. `/document restore`로 되돌릴 수 있습니다.",
    "error.not-found": "**찾을 수 없습니다({what}): “{wanted}”.** 입력할 때 나오는 목록에서 "
    "고르세요.",
    "error.several-documents": "**“{title}”라는 제목의 문서가 여럿입니다**: {found}. 찾는 문서의 "
    "번호를 입력하거나, 입력할 때 나오는 목록에서 고르세요.",
    "error.common-shelf": "**“{title}” 문서는 공용 서가에 있습니다.** 모든 서버가 함께 "
    "쓰므로 여기서 바꿀 "
    "수 없습니다. 이 서버에서 추가한 문서는 바꿀 수 있습니다.",
    "error.busy": "**지금 들어오는 문서가 많아** 추가하지 않았습니다. 약 {minutes}분 뒤 다시 "
    "해 보세요.",
    "error.changed-since": "**그 사이에 바뀐 것이 있어** 아무것도 하지 않았습니다. "
    "`/document show`로 문서를 다시 확인하세요.",
    "what.deed": "되돌릴 수 있는 작업",
    "what.document": "문서",
    "what.removed-document": "뺀 문서",
    "what.article": "문서",
    "what.version": "버전",
    "what.subscription": "구독",
    "what.edition": "브리핑",
    "what.channel": "채널",
    "what.speaker": "발언자",
    "what.thing": "항목",
    "error.not-allowed": "**“{right}” 권한이 없습니다.** 서버를 관리할 수 있는 사람이 "
    "`/desk rights grant`로 본인이나 역할에 줄 수 있습니다.",
    "error.already-subscribed": "**<#{channel}> 채널은 이미 똑같은 브리핑을 받습니다**(구독 "
    "{subscription}). 새로 만들지 않았습니다.",
    "error.not-posting": "**이 봇 프로세스는 브리핑 게시를 맡고 있지 않습니다.** 게시된 것은 "
    "없습니다. 1분 뒤 다시 해 보시고, 계속되면 봇 운영자에게 알려 주세요.",
    "error.only-guild": "**봇이 추가된 서버 안에서만 됩니다.**",
    "error.not-your-channel": "**이 채널에 글을 쓸 권한이 없어**({missing}) 봇도 대신 "
    "게시하지 않습니다.",
    "error.missing-permissions": "**봇에게 <#{channel}> 채널 권한이 없습니다: {missing}.** "
    "채널을 관리할 "
    "수 있는 사람이 채널 편집 › 권한에서 줄 수 있습니다.",
    "error.bad-value": "**{name} 항목에 쓸 수 없는 값입니다: “{given}”.** 필요한 값: {wanted}.",
    "name.zone": "시간대",
    "name.time": "시각",
    "name.day": "날짜",
    "name.since": "날짜",
    "name.published": "날짜",
    "name.weekdays": "요일",
    "name.kind": "종류",
    "name.document": "문서",
    "name.subscription": "구독",
    "name.edges": "관계",
    "name.url": "링크",
    "name.question": "질문",
    "wanted.zone": "Asia/Seoul이나 Europe/Moscow 같은 IANA 시간대 이름(입력할 때 목록이 나옵니다)",
    "wanted.time": "08:00 같은 시각",
    "wanted.day": "2024-06-19 같은 날짜",
    "wanted.weekdays": "“mon,wed,fri”, “weekdays”, “daily” 같은 요일",
    "wanted.choice": "입력할 때 나오는 목록에서 고른 것",
    "wanted.subscription": "입력할 때 나오는 목록에서 고른 것(이 서버에는 구독이 여럿 있습니다)",
    "wanted.url": "http:// 또는 https://로 시작하는 링크",
    "wanted.edge": "dprk-russia, russia-rok, dprk-rok 중 하나",
    "wanted.kind": "news, analysis, editorial, forum, official 중 하나",
    "wanted.language": "en, ko, ru 중 하나",
    "wanted.question": "낱말 하나 이상",
    "unusable.empty": "**문서가 비어 있어** 추가하지 않았습니다. 글이 있는 파일을 "
    "첨부하거나 첨부 없이 글을 "
    "붙여넣으세요.",
    "unusable.too-large": "**문서가 너무 커서**({size}, 한도 {limit}) 추가하지 않았습니다. "
    "기사만 "
    "첨부하거나 글을 붙여넣으세요.",
    "unusable.bomb": "**압축을 푼 Word 파일이 기사라고 보기에는 너무 커서**(한도 {limit}) 추가하지 "
    "않았습니다. 기사 글을 붙여넣으세요.",
    "unusable.not-text": "**텍스트 파일이 아니어서**(그림, 프로그램, 압축 파일로 보입니다) "
    "추가하지 않았습니다. HTML, JSON, PDF, Word(.docx), 이메일(.eml), Markdown, 일반 텍스트를 "
    "쓸 수 있습니다.",
    "unusable.no-text": "**문서에서 기사 본문을 찾지 못해** 추가하지 않았습니다. 파일 없이 "
    "`/document add`를 실행해 글을 붙여넣으세요.",
    "unusable.too-deep": "**문서가 너무 깊이 중첩되어** 추가하지 않았습니다. 파일 없이 "
    "`/document add`를 실행해 글을 붙여넣으세요.",
    "unusable.too-slow": "**문서를 읽는 데 너무 오래 걸려** 멈추었고 추가하지 않았습니다. "
    "파일 없이 "
    "`/document add`를 실행해 글을 붙여넣으세요.",
    "unusable.too-hungry": "**문서를 읽는 데 메모리가 너무 많이 들어** 멈추었고 추가하지 "
    "않았습니다. 파일 "
    "없이 `/document add`를 실행해 글을 붙여넣으세요.",
    "unusable.broken": "**문서가 고칠 수 없게 깨져** 추가하지 않았습니다. 출처에서 다시 "
    "저장하거나 글을 "
    "붙여넣으세요.",
    "unusable.locked": "**암호가 걸린 파일이어서** 추가하지 않았습니다. 암호 없이 다시 저장하거나 "
    "글을 붙여넣으세요.",
    "unusable.unknown-type": "**읽을 수 없는 파일 형식이어서** 추가하지 않았습니다. HTML, JSON, "
    "PDF, Word(.docx), 이메일(.eml), Markdown, 일반 텍스트를 쓸 수 있습니다.",
    "unusable.export-too-large": "**Discord가 받는 파일 크기를 넘습니다.** 문서를 하나씩 "
    "내보내거나 서지 형식을 고르세요.",
    "unusable.download": "**Discord가 파일을 넘겨주지 않아** 추가하지 않았습니다. 다시 "
    "첨부해 주세요.",
}
