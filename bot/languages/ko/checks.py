"""What /check and *Check the quotes* say, in Korean."""

MESSAGES = {
    "command.check.name": "인용확인",
    "command.check": "정말 그렇게 말했는지 보관소의 원문과 낱말 하나하나 견주어 봅니다",
    "command.check.quote": "확인할 말(따옴표는 있어도 없어도 됩니다)",
    "command.check.speaker": "누가 말했다고 하는지(흔히 쓰는 어떤 표기든)",
    "command.menu.check": "인용문 확인",
    "option.quote": "인용문",
    "name.quote": "인용문",
    "wanted.shorter-quote": "4,000자, 700낱말 이하여야 합니다. 나누어 확인해 주세요",
    "check.given": "확인한 말: “{words}”",
    "check.given.by": "확인한 말: “{words}”(발언자: {speaker})",
    "check.nothing": "### 이 메시지에는 인용문이 없습니다\n"
    "따옴표 안에 두 낱말 이상인 곳이 없습니다. `/check`에는 따옴표 없이 적어도 됩니다.",
    "check.exact": "보관소의 원문과 일치",
    "check.exact.told": "**{speaker}**의 말로 이 표현 그대로 인용되어 있습니다.",
    "check.cut": "표현은 같지만 부정하는 말이 잘림",
    "check.cut.told": "**{speaker}**의 인용문에 이 표현이 있지만 바로 곁의 부정하는 말이 "
    "빠졌습니다. 문장 전체를 읽어 보세요.",
    "check.misattributed": "다른 사람의 말",
    "check.misattributed.told": "보관소에는 이 표현이 **{speaker}**의 말로 인용되어 있고, "
    "{named}의 말로 인용된 곳은 없습니다.",
    "check.elsewhose": "표현은 같지만 발언자가 다르게 적힘",
    "check.elsewhose.told": "보관소에는 **{speaker}**의 말로 인용되어 있습니다. {named}도 그렇게 "
    "말했는지는 나와 있지 않습니다.",
    "check.joined": "두 인용문을 이어 붙인 것",
    "check.joined.told": "두 부분 모두 원문 그대로지만 서로 다른 곳에 있습니다. 하나의 인용문으로 "
    "나온 곳은 없습니다.",
    "check.partly": "일부만 인용문",
    "check.partly.told": "기사에 이 표현이 있지만 따옴표 안에 **{speaker}**의 말로 있는 것은 "
    "일부뿐이고, 나머지는 기사의 문장입니다.",
    "check.denied": "보관소에 따르면 하지 않은 말",
    "check.denied.told": "이 표현은 **{speaker}** 발언이 아니라고 전하는 대목에만 나옵니다.",
    "check.reported": "직접 인용이 아닌 간접 인용",
    "check.reported.told": "기사가 **{speaker}**의 말을 기사의 표현으로 옮긴 것입니다. 직접 "
    "인용으로 나온 곳은 없습니다.",
    "check.marked": "따옴표 안에 있지만 발언자 없음",
    "check.marked.told": "따옴표 안에 있는 표현이지만 누구의 말인지는 기사에 없습니다.",
    "check.text": "기사에 있지만 인용문이 아님",
    "check.text.told": "보관소의 기사 본문에 있는 표현입니다. 누구의 말로도 인용되지 않았습니다.",
    "check.altered": "표현이 다름",
    "check.altered.told": "이 표현 그대로 나온 곳은 없습니다. 가장 가까운 것은 **{speaker}**의 이 "
    "인용문입니다.",
    "check.absent": "보관소에 없음",
    "check.absent.told": "이 서버의 보관소에는 이 표현도, 아주 비슷한 표현도 없습니다. 그런 말을 "
    "했는지 안 했는지는 알 수 없습니다.",
    "check.absent.near": "이 서버의 보관소에는 이 표현이 없습니다. 그런 말을 했는지 안 했는지는 "
    "알 수 없습니다. 가장 가깝지만 같지 않은 것:",
    "check.negation": "다른 부분에 부정하는 말이 들어 있습니다.",
    "check.disputed": "문서마다 이 말을 서로 다른 사람의 말로 적고 있습니다.",
    "check.form.PARTLY": "일부만 따옴표 안",
    "check.form.DENIED": "하지 않은 말",
    "check.form.MARKED": "따옴표 안, 발언자 없음",
    "check.form.TEXT": "기사의 문장",
    "check.note.aside": "사이에 기사의 말이 있음",
    "check.note.skipped": "표시된 대로 발언자의 말을 줄임",
    "check.note.asked": "원문은 물음",
    "check.differences": "낱말별 비교",
    "check.legend": "~~[−줄 그은 말]~~: 보관소에만 있음 · __**[+밑줄 친 말]**__: 확인한 말에만 "
    "있음",
    "check.left_out": "빠진 말: “{was}”",
    "check.put_in": "더해진 말: “{now}”",
    "check.changed": "바뀐 말: “{was}” → “{now}”",
    "check.more.many": "이 표현이 있는 문서가 {number}개 더 있습니다.",
}
