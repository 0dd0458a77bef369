"""What /timeline answers."""

MESSAGES = {
    "button.days.earlier": "더 이전 날짜",
    "button.days.later": "더 이후 날짜",
    "timeline.heading": "### 연표",
    "timeline.none": "### 날짜가 있는 사건을 찾지 못했습니다\n"
    "언제 일어났거나 언제 한 말인지 밝힌 문장만 연표에 오릅니다.",
    "timeline.since": "{day}부터",
    "timeline.until": "{day}까지",
    "timeline.wording": "“{raw}” = {edtf} ({precision})",
    "timeline.read": "= {edtf} ({precision})",
    "timeline.anchor": "{day} 기준",
    "timeline.differs": "같은 일, 다른 날짜",
    "timeline.told.many": "{number}회 보도",
    "timeline.left_out.many": "이 날짜들을 다룬 문서 "
    "{number}건은 날짜가 없거나 재작성되었거나 철회되어 제외했습니다.",
    "timeline.earlier": "{day}까지의 내용이 더 있습니다.",
    "timeline.later": "{day}부터의 내용이 더 있습니다.",
    "precision.minute": "분 단위",
    "precision.day": "일 단위",
    "precision.month": "월 단위",
    "precision.season": "계절 단위",
    "precision.year": "연 단위",
    "precision.decade": "10년 단위",
    "precision.century": "세기 단위",
}
