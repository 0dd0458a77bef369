"""/privacy, quotas, and how often costly commands may be run, in Korean."""

MESSAGES = {
    "command.privacy.name": "개인정보",
    "command.privacy": "나 또는 이 서버에 관해 보관된 것과 지우는 방법",
    "command.privacy.export.name": "내보내기",
    "command.privacy.export": "보관된 것을 JSON 파일로 받기",
    "command.privacy.export.scope": "나에 관한 것인지 이 서버에 관한 것인지",
    "command.privacy.delete.name": "삭제",
    "command.privacy.delete": "보관된 것을 완전히 지우기",
    "command.privacy.delete.scope": "나에 관한 것인지 이 서버에 관한 것인지",
    "privacy.me": "나",
    "privacy.server": "이 서버",
    "privacy.exported.many": "보관된 것은 이것이 전부입니다: {number}건.",
    "privacy.delete.me": "### 나에 관해 보관된 것을 지울까요?\n모든 서버에서 문서, 피드, 이름, "
    "평가, 구독을 내가 더했다는 표시, 변경 기록에 남은 내용, 내가 받은 권한을 지웁니다. 문서와 "
    "구독 자체는 이름 없이 남습니다. **되돌릴 수 없으며**, 내가 한 일도 더는 취소할 수 없습니다.",
    "button.forget_me": "지우기",
    "privacy.form": "이 서버의 모든 것 지우기",
    "privacy.form.name": "이 서버의 이름",
    "privacy.form.hint": "문서, 피드, 이름, 평가, 구독, 권한을 지웁니다. 되돌릴 수 없습니다.",
    "privacy.forgotten.me": "### 나에 관한 것을 지웠습니다\n{rows}건에서 누구였는지를 지웠고, 변경 "
    "기록 {words}건의 내용을 지웠습니다. 남는 것: 더한 문서와 구독, 그리고 그때 무엇인가 있었다는 "
    "사실(누구였는지는 남지 않습니다).",
    "privacy.forgotten.server": "### 이 서버의 모든 것을 지웠습니다\n문서, 피드, 이름, 평가, 구독, "
    "권한 {rows}건을 지웠고, 변경 기록 {words}건의 내용을 지웠습니다. 남는 것: 이미 게시된 메시지"
    "(Discord에 있습니다), 그리고 해시 사슬을 확인할 수 있도록 각 기록의 번호, 시각, 종류와 "
    "이 서버의 ID.",
    "privacy.backups": "-# 백업과 업데이트 전에 만든 사본에는 남아 있으며, 봇 운영자가 지울 때까지 "
    "그대로입니다.",
    "privacy.later": "-# 보관소가 사용 중이어서 파일은 다음에 지울 때 새로 씁니다.",
    "unusable.privacy-too-large": "**Discord가 한 파일로 받을 수 있는 크기를 넘습니다.** "
    "`/document export`로 문서를 내보내거나 봇 운영자에게 사본을 요청하세요.",
    "name.server-name": "이 서버의 이름",
    "wanted.its-name": "Discord에 보이는 이름과 정확히 같아야 합니다(지운 것은 없습니다)",
    "name.person": "본인의 버튼",
    "wanted.person": "그 버튼을 받은 사람이 누른 것",
    "action.erase-guild": "서버 삭제",
    "action.erase-person": "개인 정보 삭제",
    "error.quota.documents": "**이 서버의 문서가 한도인 {most}건에 이르렀습니다.** 추가하지 "
    "않았습니다. 봇 운영자가 한도를 올릴 수 있습니다(`documents_per_guild`).",
    "error.quota.megabytes": "**이 서버의 문서가 한도인 {most}MB를 차지합니다.** 추가하지 "
    "않았습니다. 봇 운영자가 한도를 올릴 수 있습니다(`megabytes_per_guild`).",
    "error.quota.subscriptions": "**이 서버의 구독이 한도인 {most}개에 이르렀습니다.** 더 만들지 "
    "않았습니다. `/briefing unsubscribe`로 하나를 해지하세요.",
    "reason.full": "이 서버의 문서가 한도에 이름",
    "error.cooldown": "**짧은 시간에 요청이 너무 많습니다.** {seconds}초 뒤에 다시 시도하세요.",
}
