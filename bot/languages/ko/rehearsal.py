"""Korean: what the rehearsal says beside the bot."""

MESSAGES = {
    "try.seeds": "2024년 6월 20일로 가기",
    "try.subscribe": "채널에 브리핑 받기",
    "try.ask": "오타가 있는 질문",
    "try.quotes": "이름을 잘못 쓴 인물의 발언",
    "try.preview": "브리핑 미리 보기",
    "try.add": "문서 추가",
    "stage.skipped": "지금은 {day} {time}입니다({zone}).",
    "stage.set": "시각을 {day} {time}에 맞췄습니다({zone}).",
    "stage.restarted": "봇을 껐다가 다시 켰습니다.",
    "stage.nobody": "아직 브리핑을 받는 채널이 없습니다. 먼저 /briefing subscribe 를 실행하세요.",
    "tour.evening": "2024년 6월 19일 저녁입니다. 보관소에 문서 다섯 건이 있습니다.",
    "tour.ask": "오타가 섞인 질문입니다. 답이 되는 글은 기계가 말을 바꿔 쓴 것이어서 링크만 걸고 "
    "인용하지 않습니다.",
    "tour.quotes": "이름을 잘못 적어도 그 사람의 말을 찾습니다. 원문 그대로, 날짜와 "
    "출처를 붙입니다.",
    "tour.add": "관리자가 문서를 추가합니다. 여기서는 양식에 붙여 넣지만 파일, 링크, "
    "메시지로도 됩니다.",
    "tour.correct": "봇이 읽어 낸 내용과 버튼이 나옵니다. 출처가 빠졌으니 바로잡습니다.",
    "tour.version": "원문이 바뀌었습니다. 새 글은 버전 2가 되고 이전 글도 남습니다.",
    "tour.changes": "무엇이 바뀌었는지: 인용문부터, 그다음 본문.",
    "tour.found": "철자가 틀려도 다시 찾아냅니다.",
    "tour.name": "이 데스크만의 이름을 한국어 표기와 함께 등록합니다.",
    "tour.subscribe": "한 채널이 서울 시간 08:00 브리핑을 받기로 합니다.",
    "tour.edit": "같은 구독에 조용한 시간을 더합니다.",
    "tour.briefing": "08:00으로 건너뛰면 브리핑이 올라옵니다. 원문 발췌, 출처끼리 엇갈리는 "
    "대목, 제외한 문서와 이유, 12주 도표까지.",
    "tour.full": "호마다 인용문, 출처, 전문 파일을 여는 버튼이 있습니다.",
    "tour.history": "게시한 브리핑은 목록에 남아 다시 열거나 내보낼 수 있습니다.",
    "tour.rights": "일반 멤버는 모두 읽을 수 있지만 추가는 못 합니다. 권한은 데스크가 정합니다.",
    "tour.language": "같은 멤버가 러시아어를 쓰면 봇도 러시아어로 말합니다. 발췌는 원문 "
    "그대로입니다.",
    "tour.restart": "봇을 껐다 켭니다. 브리핑이 두 번 올라오는 일은 없습니다.",
    "tour.shown": "{shown}가지를 보여 드렸습니다(실패 {failed}).",
}
