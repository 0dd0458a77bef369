"""What /briefing and /desk answer, in Korean."""

MESSAGES = {
    "briefing.subscribed": "### <#{channel}> 채널을 구독했습니다",
    "briefing.subscribed.next": "첫 브리핑: {instant}",
    "briefing.next": "다음 브리핑: {instant}",
    "briefing.when": "{weekdays} **{time}**, {zone}",
    "briefing.edges": "관계: {edges}",
    "briefing.number": "-# 구독 {subscription}. `/briefing preview`는 지금 게시될 내용을 "
    "보여 주고, "
    "`/briefing unsubscribe`는 구독을 끝냅니다.",
    "briefing.unsubscribed": "<#{channel}> 채널은 이제 이 브리핑을 받지 않습니다.",
    "briefing.list": "### 구독",
    "briefing.list.none": "브리핑을 받는 채널이 아직 없습니다. `/briefing subscribe`로 시작하세요.",
    "briefing.row": "**<#{channel}>** · {when}\n"
    "-# {number} · {edges} · {state}{next}\n-# {options}",
    "briefing.row.next": " · 다음 {instant}",
    "state.active": "진행 중",
    "state.paused": "일시 중지: {reason}",
    "state.disabled": "꺼짐: {reason}",
    "state.no-reason": "기록된 이유 없음",
    "briefing.preview": "-# 미리보기: 본인에게만 보입니다. 게시되지 않았고, 실린 것으로 "
    "치지 않습니다.",
    "briefing.preview.marker": "미리보기",
    "briefing.posted": "<#{channel}> 채널에 게시했습니다.",
    "briefing.later": "<#{channel}> 채널에 아직 게시하지 못했습니다. 잠시 후 다시 시도합니다.",
    "briefing.not_posted": "<#{channel}> 채널에 게시하지 못했습니다. {reason}",
    "choice.subscription": "#{channel}, {time} {zone}",
    "desk.notices.set": "이제 브리핑 알림은 <#{channel}> 채널로 갑니다.",
    "desk.granted": "{who}에게 허용함: **{right}**.",
    "desk.granted.hidden": "-# `/briefing`과 `/desk`는 서버 설정 › 연동에서 다른 사람에게 "
    "허용하기 "
    "전까지 관리자에게만 보입니다.",
    "desk.revoked": "{who}에게서 거둠: **{right}**.",
    "desk.rights": "### 권한",
    "desk.rights.row": "**{right}**: {who}",
    "desk.rights.everybody": "모두",
    "desk.rights.managers": "서버 관리자만",
    "desk.rights.note": "-# 서버를 관리할 수 있는 사람은 모든 권한을 가집니다.",
    "right.read": "질문하기, 문서와 인용문 읽기",
    "right.post": "답을 채널에 게시하기",
    "right.documents": "문서 추가, 빼기, 되돌리기",
    "right.briefings": "브리핑 설정과 게시",
    "right.desk": "권한과 알림 채널 정하기",
    "permission.view_channel": "채널 보기",
    "permission.send_messages": "메시지 보내기",
    "permission.send_messages_in_threads": "스레드에서 메시지 보내기",
    "permission.read_message_history": "메시지 기록 보기",
    "permission.attach_files": "파일 첨부",
    "permission.embed_links": "링크 첨부",
}
