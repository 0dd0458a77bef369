"""What stands around the extracts of a briefing, and notices about it, in Korean."""

MESSAGES = {
    "edition.title": "## {edges} 브리핑, {day}",
    "edition.all_edges": "북한–러시아–한국",
    "edition.new.many": "새 문서 {number}건: {documents}",
    "edition.background.many": "배경으로 쓴 이전 문서 {number}건: {documents}",
    "edition.left_out.many": "뉴스에서 제외한 문서 {number}건",
    "edition.document": "{source}, {kind}, {day}",
    "edition.since": "-# {instant} 이후 들어온 것, {until} 이전 {hours}시간 안에 발행된 것.",
    "edition.bottom_line": "### 핵심",
    "edition.section": "### {section}  ({sources})",
    "edition.section.quiet": "### {section}",
    "edition.sources.many": "출처 {number}곳",
    "edition.quiet": "-# 새 소식 없음.",
    "edition.differences": "### 출처마다 다른 점",
    "edition.above": "“{start} …”, 위에 실림",
    "difference.day": "날짜",
    "difference.date": "날짜",
    "difference.place": "장소",
    "difference.number": "숫자",
    "difference.name": "이름",
    "difference.surprise": "예고 없는 일이었는지",
    "difference.wording": "발언을 옮긴 표현",
    "edition.coverage": "### 살펴본 자료",
    "edition.heard": "**실은 자료**",
    "edition.as_background": "**배경**",
    "edition.not_news": "**제외한 자료와 이유**",
    "edition.heard.row": "- “{title}”: {document}{marks}{link}",
    "edition.left_out.row": "- “{title}” ({source}): {reason}{link}",
    "reason.undated": "날짜가 없어 뉴스로 다룰 수 없음",
    "reason.retracted": "출처가 철회함",
    "reason.reworded": "기계가 낱말을 바꾼 글이라 인용하지 않음",
    "reason.older": "살펴보는 기간보다 오래됨",
    "reason.near-duplicate": "다른 문서와 거의 같은 글",
    "reason.shown": "내용이 모두 이미 실렸음",
    "reason.other-edge": "이 브리핑이 다루는 관계가 아님",
    "reason.no-edge": "세 관계 중 어느 것도 다루지 않음",
    "reason.future": "날짜가 미래임",
    "reason.no-room": "실을 자리가 없었음",
    "reason.nothing": "따로 떼어 실을 수 있는 문장이 없음",
    "edition.closing": "-# 발췌문은 원문 그대로입니다. 분석, 사설, 게시판 글은 의견입니다. "
    "출처가 서로 "
    "다르면 양쪽을 모두 싣습니다.",
    "edition.nothing": "## {edges} 새 소식 없음, {day}",
    "edition.nothing.since": "{instant} 이후 들어온 문서 가운데 새 소식이 없습니다.",
    "edition.part": "-# {marker} · {part}/{parts}",
    "edition.late": "-# 늦음: 이 브리핑의 예정 시각은 {due}였습니다.",
    "edition.merged.many": "-# 자리를 비운 동안 이전 브리핑 {number}건을 건너뛰었습니다.",
    "item.via": "{source} 보도",
    "item.also_in": "{sources}에도 실림",
    "item.gloss": "“{start}”부터는 필자의 해석",
    "notice.paused": "<#{channel}> 브리핑을 게시하지 못해 일시 중지했습니다: {reason} "
    "설정은 그대로 남아 있습니다. ({code})",
    "notice.failed": "<#{channel}> 브리핑이 도착하지 않았습니다: {reason} ({code})",
    "notice.reason.gone": "채널이 없어졌습니다. `/briefing subscribe`로 다른 채널을 구독하세요.",
    "notice.reason.hidden": "채널이 보이지 않습니다. 봇 역할에 ‘채널 보기’ 권한을 주세요.",
    "notice.reason.forbidden": "게시할 수 없습니다. 봇 역할에 그 채널의 ‘채널 보기’, "
    "‘메시지 보내기’, "
    "‘메시지 기록 보기’ 권한을 주세요.",
    "notice.reason.automod": "서버의 AutoMod가 내용을 막습니다. 봇 역할을 예외로 해 주세요.",
    "notice.reason.link": "Discord가 링크 하나를 거부합니다.",
    "notice.reason.unknown": "메시지가 도착했는지 Discord가 알려 주지 않았고, 채널 기록을 "
    "볼 권한도 "
    "없습니다. 확인 없이 두 번 게시하지 않습니다. 봇 역할에 ‘메시지 기록 보기’ 권한을 주세요.",
    "notice.reason.drifted": "발췌문이 저장된 원문과 달라 게시하지 않았습니다. "
    "`python -m bot doctor`를 실행하세요.",
    "notice.reason.other": "Discord가 거부했습니다.",
    "correction.changed": "-# 정정, {day}: {source}의 본문이 바뀌어 이 브리핑에 실린 "
    "발췌문이 더는 그 글에 없습니다.",
    "correction.removed": "-# 정정, {day}: 이 브리핑이 인용한 {source}의 문서가 "
    "보관소에서 삭제되었습니다.",
    "correction.retracted": "-# 정정, {day}: {source}에서 이 브리핑이 인용한 문서를 철회했습니다.",
}
