"""Names that a desk adds, in Korean."""

MESSAGES = {
    "error.name-taken": "**“{given}”은(는) 이미 {other}을(를) 가리킵니다.** 추가하지 않았습니다. "
    "다른 누구도 가리키지 않는 표기를 적으세요. 같은 인물의 다른 표기는 그 인물의 이름에 더합니다.",
    "what.name": "추가한 이름",
    "name.form": "이름 표기",
    "name.side": "소속 없는 이름",
    "name.names": "새 이름",
    "wanted.form-en": "라틴 문자로, 대문자로 시작해 세 글자 이상 80자 이하",
    "wanted.form-ko": "한글 두 음절 이상",
    "wanted.form-ru": "키릴 문자로, 대문자로 시작해 세 글자 이상",
    "wanted.form-common": "글 속에서 보통 낱말과 구별되는 이름",
    "wanted.forms-few": "표기 열두 개 이하",
    "wanted.names-few": "서버마다 300개 이하(하나를 먼저 빼세요)",
    "wanted.side": "소속과 함께 적은 것(이 데스크가 아직 모르는 이름입니다)",
}
